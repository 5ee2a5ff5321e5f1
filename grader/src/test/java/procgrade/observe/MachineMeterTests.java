package procgrade.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link MachineMeter}, {@link CpuTimes} and {@link MachineUse}: a second on a machine in memory. */
class MachineMeterTests {
    private static final String FIRST = "cpu  900 0 0 0 0 0 0 0 0 0\\ncpu0 100 10 20 700 5 1 2 3 50 0\\n"
            + "cpu1 200 0 30 600 0 0 0 0 0 0\\ncpu2 9 9 9 9 9 9 9 9 9 9\\nintr 4711 1 2\\nctxt 12\\n";
    private static final String SECOND = "cpu  999 0 0 0 0 0 0 0 0 0\\ncpu0 150 20 25 709 9 2 4 9 90 0\\n"
            + "cpu1 290 0 33 610 0 0 0 0 0 0\\ncpu2 999 9 9 9 9 9 9 9 9 9\\nintr 4712 1 2\\nctxt 13\\n";

    private final Machine machine = new Machine();
    private long nanos = 5_000_000_000L;

    private MachineMeter meter() {
        return new MachineMeter(machine, () -> nanos);
    }

    private static SavedProc proc(String stat, int graderTicks) {
        return SavedProc.of("file self/status Cpus_allowed_list:\\t0-1\nfile stat " + stat
                + "\nfile self/stat 7 (java) S 5 4 3 0 -1 0 0 0 0 0 " + graderTicks
                + " 1 30 4 20 0 2 0 333 0 10 0");
    }

    @Test
    void time_at_work_is_added_up_over_the_allowed_processors() {
        machine.now = proc(FIRST, 10);
        MachineMeter meter = meter();
        meter.start(Duration.ofMillis(100));
        machine.now = proc(SECOND, 14);
        nanos += 1_000_000_000L;

        MachineUse use = meter.stop(Duration.ofMillis(900)).orElseThrow();
        assertThat(use)
                .isEqualTo(new MachineUse(
                        Duration.ofSeconds(1),
                        2,
                        // 50 + 10 + 5 + 1 + 2 of the first processor, 90 + 3 of the second
                        Duration.ofMillis(1610),
                        Duration.ofMillis(60),
                        Duration.ofMillis(800),
                        Duration.ofMillis(40)));
        assertThat(use.foreignCores()).isCloseTo(0.83, within(1e-9));
        assertThat(meter.reapedChildren()).isEqualTo(Duration.ofMillis(340));
    }

    @Test
    void without_a_first_or_a_second_reading_nothing_is_known() {
        machine.now = proc(FIRST, 10);
        assertThat(meter().stop(Duration.ZERO)).isEmpty();

        MachineMeter meter = meter();
        meter.start(Duration.ZERO);
        assertThat(meter.stop(Duration.ZERO)).as("no time has passed").isEmpty();
        nanos++;
        machine.now = proc(FIRST, 10).without("stat");
        assertThat(meter.stop(Duration.ZERO)).isEmpty();
        machine.now = proc(FIRST, 10).without("self/stat");
        assertThat(meter.stop(Duration.ZERO)).isEmpty();
        assertThat(meter.reapedChildren()).isZero();
        machine.now = proc(FIRST, 10);
        assertThat(meter.stop(Duration.ZERO)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cpu0 1 2 3 4 5 6 7 8 9\\n",
                "cpu0 1 2 3 4 5 6 7 8\\ncpu1 1 2 3 4 5 6 7\\n",
                "cpu0 1 2 3 4 5 6 7 8\\ncpu1 1 2 three 4 5 6 7 8\\n",
                "cpu0 1 2 3 4 5 6 7 8\\ncpu11 1 2 3 4 5 6 7 8\\n",
            })
    void a_processor_without_its_numbers_makes_the_times_unreadable(String stat) {
        SavedProc proc = SavedProc.of("file stat " + stat);

        assertThat(CpuTimes.read(proc, List.of(0, 1), KernelUnits.COMMON).availability())
                .isEqualTo(Availability.UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource({"1000, 0, 900, 100, 0", "1000, 0, 900, 150, 0", "2000, 500, 100, 0, 2", "1000, 200, 900, 50, 0.25"})
    void what_neither_program_nor_grader_used_is_foreign(
            long busy, long stolen, long program, long grader, double cores) {
        MachineUse use = new MachineUse(
                Duration.ofSeconds(1),
                2,
                Duration.ofMillis(busy),
                Duration.ofMillis(stolen),
                Duration.ofMillis(program),
                Duration.ofMillis(grader));

        assertThat(use.foreignCores()).isCloseTo(cores, within(1e-9));
    }

    @Test
    void a_use_during_no_time_is_refused() {
        assertThatThrownBy(() ->
                        new MachineUse(Duration.ZERO, 2, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO))
                .hasMessage("the use of a machine needs a time above zero and a processor: PT0S, 2");
    }

    /** A machine that changes when a test says so. */
    private static final class Machine implements ProcFs {
        private ProcFs now;

        @Override
        public Observed<byte[]> read(String path, int limitBytes) {
            return now.read(path, limitBytes);
        }

        @Override
        public Observed<byte[]> readAt(String path, long offset, int length) {
            return now.readAt(path, offset, length);
        }

        @Override
        public Observed<byte[]> readUserFile(String path, int limitBytes) {
            return now.readUserFile(path, limitBytes);
        }

        @Override
        public Observed<Link> link(String path) {
            return now.link(path);
        }

        @Override
        public Observed<List<Long>> numbers(String directory, int limit) {
            return now.numbers(directory, limit);
        }
    }
}
