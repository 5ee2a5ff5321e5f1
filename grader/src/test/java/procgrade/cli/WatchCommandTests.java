package procgrade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import procgrade.observe.SavedProc;

class WatchCommandTests {
    private static CommandRun watch(SavedProc proc, String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "watch";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return CommandRun.of(new ScriptedMachine().proc(proc), all);
    }

    private static void assertPrints(CommandRun run, String expected) {
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualToNormalizingNewlines(expected);
        assertThat(run.exitCode()).isEqualTo(ExitCode.PASSED);
    }

    @Test
    void a_program_with_the_library_shows_what_its_processes_wait_for_by_name() {
        assertPrints(watch(SavedProc.load("library-waits"), "2093"), """
                2093  java Hangs MainProcess  waiting, 0.25 s of cpu time, 41 MiB
                    waits for another thread of this process, or for the end of a child process
                    and 17 threads of Java itself
                    2123  java worker Process-1  waiting, 0.14 s of cpu time, 38 MiB
                        waits for an item in Hangs.tasks (queue-1.data)
                        and 14 threads of Java itself
                    2124  java worker Process-2  waiting, 0.16 s of cpu time, 38 MiB
                        waits for lock Hangs.lock (lock-1.lock)
                        and 14 threads of Java itself
                    2131  java worker starter  waiting, 0.16 s of cpu time, 38 MiB
                        waits for event Hangs.go (event-1.flag)
                        and 14 threads of Java itself
                    2141  java worker Process-4  waiting, 0.15 s of cpu time, 38 MiB
                        waits for its turn to get from Hangs.tasks (queue-1.readers), for a limited time
                        and 15 threads of Java itself
                """);
    }

    @Test
    void a_virtual_machine_that_tidies_up_does_not_make_its_program_run() {
        SavedProc proc = SavedProc.load("library-waits");
        String syscall = "2123/task/PERIODIC/syscall";
        String periodic = thread(proc, "2123", "(VM Periodic Tas)");

        assertThat(watch(proc.with("file " + syscall.replace("PERIODIC", periodic) + " running\\n"), "2093")
                        .out())
                .contains("2123  java worker Process-1  waiting, ");
    }

    private static String thread(SavedProc proc, String pid, String name) {
        return proc.numbers(pid + "/task", 100).value().stream()
                .map(tid -> Long.toString(tid))
                .filter(tid -> new String(
                                proc.read(pid + "/task/" + tid + "/stat", 100).value(), StandardCharsets.UTF_8)
                        .contains(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_python_program_shows_who_waits_for_whom() {
        assertPrints(watch(SavedProc.load("python-queue"), "3938"), """
                3938  python3 waits.py  waiting, 0.03 s of cpu time, 12 MiB
                    waits for the end of process 3942 (python3 waits.py)
                    3940  python3 waits.py  waiting, 0.00 s of cpu time, 10 MiB
                        reads from pipe:[82368]
                    3941  python3 waits.py  waiting, 0.00 s of cpu time, 10 MiB
                        waits for a lock or semaphore
                    3942  python3 waits.py  waiting, 0.00 s of cpu time, 10 MiB
                        waits until one of several files or pipes is ready, for a limited time
                """);
    }

    @Test
    void a_shell_pipeline_shows_who_is_held_up() {
        assertPrints(watch(SavedProc.load("yes-fills-pipe"), "2575"), """
                2575  sh  waiting, 0.00 s of cpu time, 1 MiB
                    waits for the end of a child process
                    2579  yes  waiting, 0.00 s of cpu time, 1 MiB
                        writes to pipe:[79016]
                    2580  sleep  waiting, 0.00 s of cpu time, 1 MiB
                        sleeps for a while
                """);
    }

    @Test
    void zombies_show_how_they_ended() {
        assertPrints(watch(SavedProc.load("zombies"), "2702"), """
                2702  python3 -c  waiting, 0.00 s of cpu time, 8 MiB
                    sleeps for a while
                    2704  python3  has ended with exit code 3; its parent has not joined it yet
                    2705  python3  has ended by signal 9; its parent has not joined it yet
                    2706  python3  has ended; its parent has not joined it yet
                """);
    }

    @Test
    void a_hostile_name_stays_on_its_line() {
        assertPrints(watch(SavedProc.load("strange-names"), "2733"), """
                2733  python3  waiting, 0.00 s of cpu time, 5 MiB
                    thread 2733 '\\x1b[31mred' sleeps for a while
                """);
    }

    @Test
    void a_process_that_runs_or_is_stopped_says_so() {
        assertPrints(watch(SavedProc.load("endless-loop"), "2576"), """
                2576  sh  running, 0.69 s of cpu time, 1 MiB
                    is running
                """);
        assertPrints(watch(SavedProc.load("stopped-loop"), "2576"), """
                2576  sh  stopped, 0.74 s of cpu time, 1 MiB
                    is stopped
                """);
    }

    @Test
    void a_process_whose_first_thread_has_ended_has_not_ended() {
        assertPrints(watch(SavedProc.load("leader-has-ended"), "8196"), """
                8196  python3  waiting, 0.01 s of cpu time, 0 MiB
                    sleeps for a while
                """);
    }

    @Test
    void another_users_process_cannot_be_looked_into() {
        assertPrints(watch(SavedProc.load("foreign-process"), "3311"), """
                3311  sleep  waiting, 0.00 s of cpu time, 1 MiB
                    cannot be looked into by this user
                """);
    }

    @Test
    void a_process_that_lost_its_parent_is_shown_by_its_mark() {
        SavedProc proc = SavedProc.load("cat-reads-named-pipe").with("file 2569/environ RUN=7\\x00");

        assertPrints(watch(proc, "99", "--mark", "RUN=7"), """
                process 99 has ended
                without a parent in this program:
                    2569  cat  waiting, 0.00 s of cpu time, 1 MiB
                        reads from the named pipe /tmp/ada/line
                """);
    }

    @Test
    void threads_that_may_not_be_listed_are_missed() {
        SavedProc proc = SavedProc.load("cat-reads-named-pipe").with("refused 2569/task");

        assertPrints(watch(proc, "2569"), """
                2569  cat  waiting, 0.00 s of cpu time, 1 MiB
                not complete: some processes or threads could not be listed
                """);
    }

    @Test
    void a_child_that_has_gone_is_named_by_its_pid() {
        SavedProc proc = SavedProc.load("python-queue").without("3942/stat");

        assertThat(watch(proc, "3938").out()).contains("waits for the end of process 3942, which is not there");
    }

    /** The call that cat is in is replaced; its descriptor 3 is a named pipe, 0 is {@code /dev/null}. */
    @ParameterizedTest
    @CsvFileSource(resources = "/words-by-call.csv", delimiter = '|')
    void every_kind_of_wait_has_its_words(String call, String words) {
        SavedProc proc = SavedProc.load("cat-reads-named-pipe")
                .with("file 2569/task/2569/syscall " + call + " 0x7ffc00000000 0x7f0000000000\\n");

        assertThat(watch(proc, "2569").out().lines().skip(1)).containsExactly("    " + words);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/words-by-pipe.csv", delimiter = '|')
    void every_pipe_of_the_library_has_its_words(int call, String file, String words) {
        String path = "/dev/shm/multiprocessing-1-2569-3/" + file;
        SavedProc proc = SavedProc.load("cat-reads-named-pipe")
                .with(
                        "file 2569/task/2569/syscall " + call
                                + " 0x3 0x0 0x0 0x0 0x0 0x0 0x7ffc00000000 0x7f0000000000\\n",
                        "link 2569/fd/3 FIFO 27 9 " + path);

        assertThat(watch(proc, "2569").out().lines().skip(1)).containsExactly("    " + words);
    }
}
