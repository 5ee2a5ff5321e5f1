package procgrade.standstill;

import static org.assertj.core.api.Assertions.assertThat;
import static procgrade.standstill.MadeProc.call;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import procgrade.observe.Architecture;
import procgrade.observe.EnvironmentMark;
import procgrade.observe.FileType;

class ObserverTests {
    private static final int READ = 0;
    private static final int PAUSE = 34;
    private static final int WAIT4 = 61;

    private final MadeProc proc = new MadeProc();
    private DumpSource dumps = process -> Optional.empty();
    private Set<Long> known = Set.of();

    @BeforeEach
    void a_parent_waits_for_a_child_that_reads() {
        proc.process(1, 0, call(WAIT4, 0xffffffffL), "sh").process(2, 1, call(READ, 3), "cat");
        proc.pipe(1, 3, 50, "2").pipe(2, 3, 50, "2");
    }

    private Observer observer() {
        return new Observer(
                proc,
                Architecture.X86_64,
                process -> dumps.dump(process),
                () -> known.isEmpty() ? Set.copyOf(proc.numbers("", 100).value()) : known,
                new Observer.Program(1, 1, new EnvironmentMark("MARK", "x"), Set.of()));
    }

    @Test
    void a_standstill_is_seen() {
        Picture picture = observer().look();

        assertThat(picture.still()).isTrue();
        assertThat(observer().isUnchanged(picture)).isTrue();
    }

    @Test
    void a_process_that_the_sampler_has_not_noticed_yet_spoils_it() {
        known = Set.of(1L, 2L);
        proc.process(3, 1, call(READ, 3), "cat").pipe(3, 3, 50, "2");

        assertThat(observer().look().still()).isFalse();
    }

    private void isSpoiltBy(Consumer<MadeProc> change) {
        Picture picture = observer().look();
        assertThat(picture.still()).isTrue();
        change.accept(proc);
        assertThat(observer().isUnchanged(picture)).isFalse();
    }

    @Test
    void a_thread_that_has_run_spoils_it() {
        isSpoiltBy(changed -> changed.file("2/task/2/schedstat", "1000000 0 8\n"));
    }

    @Test
    void another_process_with_the_same_pid_spoils_it() {
        isSpoiltBy(changed -> changed.stat("2", 2, 1, 'S', 9999));
    }

    @Test
    void a_process_that_has_vanished_spoils_it() {
        isSpoiltBy(changed -> changed.without("2/stat"));
    }

    @Test
    void a_process_that_has_ended_spoils_it() {
        isSpoiltBy(changed -> changed.zombie(2, 1));
    }

    @Test
    void a_new_process_spoils_it() {
        isSpoiltBy(changed -> changed.process(3, 2, call(PAUSE), "cat"));
    }

    @Test
    void a_new_thread_spoils_it() {
        isSpoiltBy(changed -> changed.thread(2, 3, 'S', call(PAUSE)));
    }

    /** It was born after the first look, and may have woken others that had been read before. */
    @Test
    void a_new_thread_that_ends_before_it_is_read_spoils_it() {
        isSpoiltBy(changed -> changed.thread(2, 3, 'S', call(PAUSE)).without("2/task/3/stat"));
    }

    @Test
    void a_new_process_that_ends_before_it_is_read_spoils_it() {
        isSpoiltBy(changed -> {
            changed.process(3, 2, call(PAUSE), "cat");
            changed.atFile("2/task/2/stat", () -> changed.vanish(3));
        });
    }

    @Test
    void somebody_born_while_all_are_listed_is_searched_for_again() {
        Picture picture = observer().look();
        proc.atFile("2/stat", () -> proc.newestTask(20_001));

        assertThat(observer().isUnchanged(picture)).isTrue();
    }

    @Test
    void a_process_born_by_one_that_ends_while_all_are_listed_spoils_it() {
        isSpoiltBy(changed -> changed.atFile("2/stat", () -> {
            changed.process(3, 1, call(PAUSE), "cat").newestTask(20_001);
        }));
    }

    @Test
    void while_somebody_is_always_born_nothing_is_claimed() {
        long[] newest = {20_000};
        isSpoiltBy(changed -> changed.atFile("loadavg", () -> changed.newestTask(++newest[0])));
    }

    @Test
    void where_births_do_not_show_nothing_is_claimed() {
        proc.without("loadavg");

        assertThat(observer().look().still()).isFalse();
    }

    @Test
    void a_thread_that_is_about_to_run_spoils_it() {
        isSpoiltBy(changed -> changed.thread(2, 2, 'R', "running"));
    }

    @Test
    void a_thread_whose_counters_vanish_spoils_it() {
        isSpoiltBy(changed -> changed.without("2/task/2/schedstat").without("2/task/2/status"));
    }

    /** They do not count a thread that has run and not left its core yet. */
    @Test
    void where_only_context_switches_are_counted_a_thread_in_another_call_spoils_it() {
        proc.without("1/task/1/schedstat").without("2/task/2/schedstat");
        isSpoiltBy(changed -> changed.file("2/task/2/syscall", call(PAUSE) + "\n"));
    }

    @Test
    void where_only_context_switches_are_counted_one_more_spoils_it() {
        proc.without("1/task/1/schedstat").without("2/task/2/schedstat");
        isSpoiltBy(changed ->
                changed.file("2/task/2/status", proc.text("2/task/2/status").replace("switches:\t5", "switches:\t6")));
    }

    @Test
    void a_holder_outside_spoils_it() {
        proc.file("9/stat", "").pipe(9, 5, 50, "1");
        proc.link("9/fd/5", "pipe:[50]", FileType.OTHER, 14, 50);

        assertThat(observer().look().still()).isFalse();
    }

    @Test
    void threads_of_the_kernel_are_not_searched() {
        known = Set.of(1L, 2L);
        proc.stat("9", 9, 2, 'I', 50).file("9/stat", proc.text("9/stat").replace(" 0 -1 0 ", " 0 -1 2129984 "));
        proc.link("9/fd/5", "pipe:[50]", FileType.OTHER, 14, 50).file("9/fdinfo/5", "flags:\t01\n");

        assertThat(observer().look().still()).isTrue();
    }

    /** One outside closes an end that its child has inherited just before it is searched itself. */
    @Test
    void a_holder_that_is_born_while_the_others_are_searched_spoils_it() {
        proc.file("9/stat", "").link("9/fd/5", "pipe:[50]", FileType.OTHER, 14, 50);
        proc.atLink("9/fd/5", () -> {
            proc.withoutLink("9/fd/5").file("8/stat", "").file("8/fdinfo/5", "flags:\t01\n");
            proc.link("8/fd/5", "pipe:[50]", FileType.OTHER, 14, 50);
        });

        assertThat(observer().look().still()).isFalse();
    }

    @Test
    void where_more_and_more_are_born_outside_nothing_is_claimed() {
        for (long pid = 10; pid < 300; pid++) {
            long next = pid + 1;
            proc.atLink(pid + "/fd/1", () -> proc.link(next + "/fd/1", "/dev/null", FileType.OTHER, 1, 1));
        }
        proc.link("10/fd/1", "/dev/null", FileType.OTHER, 1, 1);

        assertThat(observer().look().still()).isFalse();
    }

    @Test
    void a_virtual_machine_that_does_not_answer_spoils_it() {
        proc.process(1, 0, call(WAIT4, 0xffffffffL), "java", "X");

        assertThat(observer().look().still()).isFalse();
    }

    @Test
    void a_virtual_machine_that_is_collecting_is_not_even_asked() {
        proc.process(1, 0, call(202, 0x1000, 128), "java", "X").thread(1, 5, 'R', "running");
        proc.file("1/task/5/stat", proc.text("1/task/5/stat").replace("(x)", "(GC Thread#0)"));
        dumps = process -> {
            throw new AssertionError("asked");
        };

        assertThat(observer().look().still()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 13, 17, 20, 21, 22, 23, 24, 25, 30, 40, 50, 60, 80})
    void a_process_may_vanish_at_any_reading(int reading) {
        proc.atReading(reading, () -> proc.vanish(2));

        Picture picture = observer().look();

        assertThat(picture.waiters()).isNotEmpty();
    }

    @Test
    void five_thousand_threads_that_wait_stand_still() {
        for (long tid = 10_000; tid < 15_000; tid++) {
            proc.thread(2, tid, 'S', call(READ, 3));
            proc.link("2/task/" + tid + "/fd/3", "pipe:[50]", FileType.OTHER, 14, 50);
        }

        assertThat(observer().look().still()).isTrue();
    }

    @Test
    void of_more_threads_than_can_be_looked_at_nothing_is_claimed() {
        for (long tid = 10_000; tid < 18_300; tid++) {
            proc.thread(2, tid, 'S', call(READ, 3));
            proc.link("2/task/" + tid + "/fd/3", "pipe:[50]", FileType.OTHER, 14, 50);
        }

        assertThat(observer().look().still()).isFalse();
    }

    /** A virtual machine whose first thread waits for a task of the common pool. */
    private void joinsTask(String schedstatOfWorker, String schedstatOfMachine) {
        String wait = call(202, 0x1000, 128);
        String timed = call(202, 0x1000, 128, 1, 0x7000);
        proc.process(1, 0, wait, "java", "X").thread(1, 12, 'S', wait);
        proc.thread(1, 13, 'S', timed).thread(1, 14, 'S', timed);
        proc.file("1/task/13/schedstat", schedstatOfWorker).file("1/task/14/schedstat", schedstatOfMachine);
        String text = """
                "main" #1 prio=5 os_prio=0 cpu=1ms elapsed=1s tid=0x7f nid=0xc waiting on condition
                   java.lang.Thread.State: WAITING (parking)
                \tat java.util.concurrent.ForkJoinTask.join(java.base@17/ForkJoinTask.java:1)
                \tat X.main(X.java:3)

                "ForkJoinPool.commonPool-worker-1" #12 daemon prio=5 os_prio=0 cpu=1ms tid=0x7f nid=0xd waiting
                   java.lang.Thread.State: TIMED_WAITING (parking)
                \tat java.util.concurrent.ForkJoinPool.awaitWork(java.base@17/ForkJoinPool.java:1)

                "VM Periodic Task Thread" os_prio=0 cpu=1ms elapsed=1s tid=0x7f nid=0xe waiting on condition

                JNI global refs: 1
                """;
        dumps = process -> ThreadDump.parse(text);
    }

    @Test
    void that_a_thread_of_the_virtual_machine_runs_spoils_nothing() {
        joinsTask("1000000 0 7\n", "1000000 0 7\n");
        Picture picture = observer().look();
        assertThat(picture.still()).isTrue();

        joinsTask("1000000 0 7\n", "2000000 0 9\n");
        assertThat(observer().isUnchanged(picture)).isTrue();
    }

    @Test
    void that_an_idle_worker_of_a_pool_has_run_spoils_it() {
        joinsTask("1000000 0 7\n", "1000000 0 7\n");
        isSpoiltBy(changed -> joinsTask("1000000 0 8\n", "1000000 0 7\n"));
    }

    @Test
    void that_an_idle_worker_of_a_pool_has_been_woken_spoils_it() {
        joinsTask("1000000 0 7\n", "1000000 0 7\n");
        isSpoiltBy(changed -> changed.thread(1, 13, 'R', "running"));
    }
}
