package procgrade.standstill;

import static org.assertj.core.api.Assertions.assertThat;
import static procgrade.standstill.MadeProc.call;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import procgrade.observe.Architecture;
import procgrade.observe.EnvironmentMark;
import procgrade.observe.ScanLimits;
import procgrade.observe.TreeSampler;

/** What is said of a program that goes on, told from what its threads have used, also where they hardly got a core. */
class ActivityTests {
    private static final int WAIT4 = 61;
    private static final int CLOCK_NANOSLEEP = 230;
    private static final EnvironmentMark MARK = new EnvironmentMark("MARK", "x");
    private static final int TICK_MILLIS = 20;
    private static final int LIMIT_MILLIS = 2_000;

    private final MadeProc proc = new MadeProc();
    private Map<Long, PythonReport> reports = Map.of();
    private final TreeSampler sampler = new TreeSampler(proc, ScanLimits.DEFAULT);
    private final StandstillDetector detector = new StandstillDetector(
            proc, Architecture.X86_64, process -> Optional.empty(), processes -> reports, sampler.pulse());

    @BeforeEach
    void a_master_waits_for_its_worker() {
        proc.process(1, 0, call(WAIT4, 0xffffffffL), "python3", "master.py");
        proc.process(2, 1, call(CLOCK_NANOSLEEP), "python3", "worker.py");
    }

    /** Has used so much of each millisecond, in microseconds, and has waited so much for a core. */
    private void worker(int millis, long cpuMicros, long delayMicros) {
        long cpu = 1_000_000 + millis * cpuMicros * 1_000;
        proc.file("2/task/2/schedstat", cpu + " " + millis * delayMicros * 1_000 + " " + (7 + millis) + "\n");
    }

    private void runs(boolean now) {
        proc.thread(2, 2, now ? 'R' : 'S', now ? "running" : call(CLOCK_NANOSLEEP));
    }

    /** Two seconds, in which something happens before each look. */
    private Activity after(IntConsumer each) {
        sampler.started(1, 1, MARK);
        detector.started(1, 1, MARK, Set.of());
        for (int millis = TICK_MILLIS; millis <= LIMIT_MILLIS; millis += TICK_MILLIS) {
            each.accept(millis);
            sampler.tick(Duration.ofMillis(millis));
            assertThat(detector.look(Duration.ofMillis(millis))).isEmpty();
        }
        return detector.activity();
    }

    @Test
    void who_uses_a_whole_core_computes() {
        runs(true);

        Activity activity = after(millis -> worker(millis, 1_000, 0));

        assertThat(activity).isEqualTo(new Activity(Activity.Kind.COMPUTING, "worker 1 was computing"));
    }

    @Test
    void who_never_sleeps_computes_though_it_gets_a_core_for_a_fifth_of_the_time_only() {
        runs(true);

        Activity activity = after(millis -> worker(millis, 200, 790));

        assertThat(activity.kind()).isEqualTo(Activity.Kind.COMPUTING);
    }

    @Test
    void who_wakes_up_again_and_again_polls_though_it_waits_for_a_core_more_than_it_sleeps() {
        // at every second look it has not run
        Activity activity = after(millis -> worker(millis / 40 * 40, 20, 550));

        assertThat(activity)
                .isEqualTo(new Activity(
                        Activity.Kind.POLLING, "worker 1 looked again and again for something that does not come"));
    }

    @Test
    void who_polls_is_said_to_do_so_though_it_was_seen_while_it_ran() {
        runs(true);

        Activity activity = after(millis -> worker(millis / 40 * 40, 20, 550));

        assertThat(activity.kind()).isEqualTo(Activity.Kind.POLLING);
    }

    @Test
    void who_wakes_up_before_each_look_polls() {
        Activity activity = after(millis -> worker(millis, 10, 0));

        assertThat(activity.kind()).isEqualTo(Activity.Kind.POLLING);
    }

    @Test
    void who_wakes_up_twice_in_a_second_sleeps() {
        Activity activity = after(millis -> worker(millis / 500, 1, 0));

        assertThat(activity.kind()).isEqualTo(Activity.Kind.SLEEPING);
    }

    @Test
    void who_sleeps_all_the_time_sleeps() {
        assertThat(after(millis -> {}))
                .isEqualTo(new Activity(Activity.Kind.SLEEPING, "worker 1 slept, or waited for a limited time"));
    }

    @Test
    void who_has_just_begun_to_run_is_not_said_to_wait() {
        Activity activity = after(millis -> runs(millis == LIMIT_MILLIS));

        assertThat(activity).isEqualTo(new Activity(Activity.Kind.COMPUTING, "worker 1 was computing"));
    }

    @Test
    void all_who_compute_are_named() {
        proc.process(3, 1, "running", "python3", "worker.py").thread(3, 3, 'R', "running");
        runs(true);

        Activity activity = after(millis -> {
            worker(millis, 900, 0);
            proc.file("3/task/3/schedstat", proc.text("2/task/2/schedstat"));
        });

        assertThat(activity.sentence()).isEqualTo("worker 1 and worker 2 were computing");
    }

    @Test
    void without_statistics_of_the_scheduler_the_time_of_the_process_counts() {
        runs(true);

        Activity activity = after(millis -> {
            proc.file("2/task/2/schedstat", "0 0 0\n");
            int ticks = millis / 10;
            proc.file("2/stat", proc.text("2/stat").replaceFirst("\\d+ 1 0 0 20 0 ", ticks + " 1 0 0 20 0 "));
        });

        assertThat(activity.kind()).isEqualTo(Activity.Kind.COMPUTING);
    }

    private static PythonThread at(long tid, int line, String text) {
        return new PythonThread(
                tid, "", List.of(new PythonThread.Frame(line, "/w/worker.py", "f", text)), List.of(), "", "");
    }

    @Test
    void the_place_is_that_of_the_thread_that_has_used_most() {
        proc.thread(2, 3, 'R', "running");
        reports = Map.of(
                2L, new PythonReport("P", List.of(at(2, 20, "t.join()"), at(3, 5, "x += 1")), Map.of(), List.of()));

        Activity activity = after(millis -> proc.file("2/task/3/schedstat", millis * 900_000L + " 0 " + millis + "\n"));

        assertThat(activity.sentence()).isEqualTo("worker 1 was computing, at worker.py:5");
    }

    @Test
    void a_question_that_is_asked_again_and_again_is_told() {
        reports = Map.of(2L, new PythonReport("P", List.of(at(2, 7, "while tasks.empty():")), Map.of(), List.of()));

        Activity activity = after(millis -> worker(millis, 10, 0));

        assertThat(activity)
                .isEqualTo(new Activity(
                        Activity.Kind.POLLING,
                        "worker 1 asked again and again whether tasks is empty, at worker.py:7"));
    }
}
