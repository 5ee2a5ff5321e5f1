package procgrade.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import procgrade.observe.ProcessRecord.Part;

/** What was sampled and what logs tell, put together. The master is process 100. */
class CensusTakerTests {
    private static final List<String> PYTHON = List.of("/usr/bin/python3", "pi_mw.py");
    private static final List<String> JAVA = List.of("java", "-cp", ".", "PiMw", "1000");

    private static SeenProcess seen(long pid, long parent, int start, int threads, List<String> commandLine) {
        return new SeenProcess(
                pid,
                OptionalLong.of(pid - 90),
                parent,
                "program",
                commandLine,
                false,
                Duration.ofMillis(start),
                Optional.empty(),
                Optional.empty(),
                threads,
                Duration.ofMillis(7),
                1 << 20,
                false,
                true);
    }

    private static ProcessLog.Entry entry(long pid, long parent, int start, int end, int code, List<String> command) {
        return new ProcessLog.Entry(
                pid,
                parent,
                command,
                1,
                Duration.ofMillis(start),
                Optional.of(Duration.ofMillis(end)),
                Optional.of(ProcessEnd.exited(code)));
    }

    private static ProcessLog strace(boolean complete, ProcessLog.Entry... entries) {
        return new ProcessLog(ProcessLog.Method.STRACE, List.of(entries), complete);
    }

    private static Census take(List<SeenProcess> seen, ProcessLog... logs) {
        return new CensusTaker(100, seen, Arrays.asList(logs)).take(true);
    }

    private static Part partOf(List<String> master, List<String> parent, List<String> child) {
        return take(List.of(seen(100, 0, 0, 5, master), seen(101, 100, 10, 5, parent), seen(102, 101, 20, 1, child)))
                .processes()
                .get(2)
                .part();
    }

    @Test
    void strace_tells_of_processes_that_sampling_missed() {
        Census census = take(
                List.of(seen(100, 0, 0, 1, PYTHON), seen(102, 0, 9, 1, PYTHON)),
                strace(
                        true,
                        entry(100, 0, 0, 90, 0, PYTHON),
                        entry(101, 100, 5, 6, 3, PYTHON),
                        entry(102, 101, 5, 80, 0, PYTHON)));

        assertThat(census.exact()).isTrue();
        assertThat(census.methods()).containsExactly("strace", "sampling of /proc");
        assertThat(census.disagreements()).isEmpty();
        assertThat(census.workers())
                .extracting(
                        ProcessRecord::pid,
                        ProcessRecord::number,
                        ProcessRecord::parentPid,
                        ProcessRecord::orphaned,
                        ProcessRecord::sampled,
                        process -> process.cpu().toMillis())
                .containsExactly(tuple(101L, 1, 100L, false, false, 0L), tuple(102L, 2, 101L, true, true, 7L));
    }

    @Test
    void what_only_sampling_saw_is_a_disagreement() {
        List<SeenProcess> seen = List.of(seen(100, 0, 0, 1, PYTHON), seen(103, 100, 9, 1, List.of("sleep", "9")));

        Census complete = take(seen, strace(true, entry(100, 0, 0, 90, 0, PYTHON)));
        Census cut = take(seen, strace(false, entry(100, 0, 0, 90, 0, PYTHON)));

        assertThat(complete.exact()).isFalse();
        assertThat(complete.disagreements()).containsExactly("sampling saw process 103 (sleep), strace did not");
        assertThat(complete.processes()).hasSize(1);
        assertThat(cut.processes()).hasSize(2);
    }

    @Test
    void two_ends_of_one_process_are_a_disagreement() {
        SeenProcess killed = seen(100, 0, 0, 1, PYTHON).withEnd(Optional.of(ProcessEnd.bySignal(9)));

        Census census = take(List.of(killed), strace(true, entry(100, 0, 0, 90, 1, PYTHON)));

        assertThat(census.disagreements())
                .containsExactly(
                        "process 100 (python3 pi_mw.py) ended with exit code 1 by strace, with signal 9 by sampling");
        assertThat(census.master().orElseThrow().end()).hasValue(ProcessEnd.exited(1));
    }

    @Test
    void own_records_of_processes_are_joined_by_inner_pids() {
        ProcessLog records = new ProcessLog(
                ProcessLog.Method.PYTHON_AGENT,
                List.of(entry(11, 10, 3, 60, 4, PYTHON), entry(13, 10, 3, 60, 4, PYTHON)),
                true);

        Census census = take(List.of(seen(100, 0, 0, 1, PYTHON), ended(101), seen(103, 100, 4, 1, PYTHON)), records);

        assertThat(census.exact()).isFalse();
        assertThat(census.methods()).containsExactly("sampling of /proc", "records of the Python processes");
        assertThat(census.disagreements()).isEmpty();
        assertThat(census.workers())
                .extracting(ProcessRecord::pid, ProcessRecord::end)
                .containsExactly(tuple(101L, Optional.of(ProcessEnd.exited(4))), tuple(103L, Optional.empty()));
    }

    /** A worker that was seen to have ended. */
    private static SeenProcess ended(long pid) {
        SeenProcess alive = seen(pid, 100, 3, 1, PYTHON);
        return new SeenProcess(
                pid,
                alive.innerPid(),
                100,
                alive.name(),
                PYTHON,
                false,
                alive.started(),
                Optional.of(Duration.ofMillis(60)),
                Optional.empty(),
                1,
                alive.cpu(),
                alive.peakRssBytes(),
                false,
                true);
    }

    @Test
    void a_forged_log_adds_no_process_and_changes_no_end() {
        List<SeenProcess> seen = List.of(
                seen(100, 0, 0, 1, PYTHON),
                ended(101).withEnd(Optional.of(ProcessEnd.bySignal(11))),
                ended(102),
                seen(103, 100, 4, 1, PYTHON));
        ProcessLog forged = new ProcessLog(
                ProcessLog.Method.JAVA_TRACE,
                List.of(
                        entry(11, 99, 1, 2, 0, JAVA),
                        entry(12, 99, 1, 2, 0, JAVA),
                        entry(12, 99, 1, 2, 1, JAVA),
                        entry(13, 99, 1, 2, 0, JAVA),
                        entry(500, 10, 1, 2, 0, JAVA),
                        entry(501, 10, 1, 2, 0, JAVA)),
                true);

        Census honest = take(seen);
        Census census = take(seen, forged);

        assertThat(census.processes()).isEqualTo(honest.processes());
        assertThat(census.exact()).isFalse();
        assertThat(census.disagreements())
                .containsExactly(
                        "process 101 (python3 pi_mw.py) ended with exit code 0 by the event trace of the Java library,"
                                + " with signal 11 by sampling",
                        "the event trace of the Java library tell of 2 processes that sampling did not see: 500, 501");
    }

    @Test
    void helpers_of_python_are_no_workers() {
        List<String> tracker = List.of("python3", "-c", "from multiprocessing.resource_tracker import main;main(3)");
        List<String> server = List.of("python3", "-c", "from multiprocessing.forkserver import main; main(3)");
        List<String> spawned = List.of("python3", "-c", "from multiprocessing.spawn import spawn_main; spawn_main()");

        assertThat(partOf(PYTHON, PYTHON, tracker)).isEqualTo(Part.HELPER);
        assertThat(partOf(PYTHON, PYTHON, server)).isEqualTo(Part.HELPER);
        assertThat(partOf(PYTHON, server, server)).isEqualTo(Part.WORKER);
        assertThat(partOf(PYTHON, PYTHON, spawned)).isEqualTo(Part.WORKER);
        assertThat(partOf(PYTHON, PYTHON, List.of("python3", "--version"))).isEqualTo(Part.HELPER);
        assertThat(partOf(PYTHON, PYTHON, JAVA)).isEqualTo(Part.OTHER);
    }

    @Test
    void helpers_of_java_and_its_library_are_no_workers() {
        List<String> worker = List.of("java", "-cp", ".", "procgrade.multiprocessing.ChildMain");

        assertThat(partOf(JAVA, JAVA, worker)).isEqualTo(Part.WORKER);
        assertThat(partOf(JAVA, JAVA, List.of("java", "-cp", ".", "Child"))).isEqualTo(Part.WORKER);
        assertThat(partOf(JAVA, JAVA, List.of("java", "-version"))).isEqualTo(Part.HELPER);
        assertThat(partOf(JAVA, JAVA, List.of("/lib/jspawnhelper", "17", "3:4")))
                .isEqualTo(Part.HELPER);
        assertThat(partOf(JAVA, JAVA, List.of("java", "-cp", "x", "procgrade.multiprocessing.ArchiveProgram")))
                .isEqualTo(Part.HELPER);
        assertThat(partOf(JAVA, JAVA, List.of("mkfifo", "free-1-0-0", "free-1-0-1")))
                .isEqualTo(Part.HELPER);
        assertThat(partOf(JAVA, JAVA, List.of("mkfifo", "mine"))).isEqualTo(Part.OTHER);
        assertThat(partOf(
                        JAVA, JAVA, List.of("perl", "-e", "fcntl($p, 1031, 4096)", "/tmp/multiprocessing-1/p", "4096")))
                .isEqualTo(Part.HELPER);
        assertThat(partOf(JAVA, JAVA, List.of("perl", "-e", "1"))).isEqualTo(Part.OTHER);
    }

    @Test
    void what_computes_or_lives_for_too_long_is_no_helper_whatever_it_calls_itself() {
        List<String> tracker = List.of("python3", "-c", "from multiprocessing.resource_tracker import main;main(3)");
        List<String> spawner = List.of("jspawnhelper", "99");

        assertThat(partOf(PYTHON, tracker, 3000, 60_000)).isEqualTo(Part.HELPER);
        assertThat(partOf(PYTHON, tracker, 3001, 4000)).isEqualTo(Part.WORKER);
        assertThat(partOf(PYTHON, List.of("python3", "work.py", "--version"), 10, 100))
                .isEqualTo(Part.WORKER);
        assertThat(partOf(PYTHON, List.of("python3", "--version"), 3001, 4000)).isEqualTo(Part.WORKER);
        assertThat(partOf(JAVA, spawner, 500, 5000)).isEqualTo(Part.HELPER);
        assertThat(partOf(JAVA, spawner, 501, 5000)).isEqualTo(Part.OTHER);
        assertThat(partOf(JAVA, spawner, 1, 5001)).isEqualTo(Part.OTHER);
        assertThat(partOf(JAVA, List.of("mkfifo", "free-1"), 1, 5001)).isEqualTo(Part.OTHER);
    }

    @Test
    void a_sandbox_below_the_program_is_none_of_ours() {
        assertThat(partOf(PYTHON, List.of("bwrap", "99"), 1, 10)).isEqualTo(Part.OTHER);
    }

    private static Part partOf(List<String> master, List<String> child, int cpu, int life) {
        SeenProcess process = new SeenProcess(
                101,
                OptionalLong.empty(),
                100,
                "program",
                child,
                false,
                Duration.ZERO,
                Optional.of(Duration.ofMillis(life)),
                Optional.empty(),
                2,
                Duration.ofMillis(cpu),
                1 << 20,
                false,
                true);
        return take(List.of(seen(100, 0, 0, 5, master), process))
                .processes()
                .get(1)
                .part();
    }

    @Test
    void a_fork_of_java_that_has_not_executed_its_program_yet_is_no_worker() {
        assertThat(partOf(JAVA, JAVA, JAVA)).isEqualTo(Part.HELPER);
        assertThat(partOf(PYTHON, PYTHON, PYTHON)).isEqualTo(Part.WORKER);
    }
}
