package procgrade.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import procgrade.assignment.Language;
import procgrade.build.BuildTools;
import procgrade.build.Program;
import procgrade.judge.Evidence;
import procgrade.judge.ProcessJudge;
import procgrade.judge.Verdict;
import procgrade.observe.MachineUse;
import procgrade.observe.ProcessEnd;
import procgrade.observe.ProcessRecord;
import procgrade.run.Ending;
import procgrade.run.RunLimits;
import procgrade.run.RunSpec;
import procgrade.run.Sandbox;
import procgrade.run.StopReason;
import procgrade.run.Supervisor;
import procgrade.run.Tracing;

/** Small Python programs, run and recorded as those of students are. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RecordedRunTests {
    private static final Sandbox SANDBOX = Sandbox.ofThisMachine();
    private static final Tracing TRACING = Tracing.tryOut(SANDBOX);
    private static final Duration LONG = Duration.ofSeconds(50);

    @TempDir
    private Path folder;

    private Evidence run(Tracing tracing, Duration limit, String... lines) throws IOException {
        return run(tracing, limit, false, lines);
    }

    private Evidence run(Tracing tracing, Duration limit, boolean timed, String... lines) throws IOException {
        Optional<Path> python =
                BuildTools.ofThisMachine(Path.of("unused"), System.getenv()).python();
        assumeThat(python).as("there is a Python").isPresent();
        Path work = Files.createDirectories(folder.resolve("work"));
        Files.write(work.resolve("program.py"), List.of(lines));
        RunSpec spec = new RunSpec(
                List.of(python.get().toString(), "program.py"),
                work,
                List.of(),
                Map.of(),
                "",
                RunLimits.DEFAULT.within(limit),
                folder.resolve("output"));
        try (Workspace workspace = Workspace.create(false)) {
            Program program = PythonAgent.in(workspace)
                    .into(new Program(Language.PYTHON, "program.py", spec.command(), work, List.of(), Map.of()));
            RunSpec withAgent = new RunSpec(
                    spec.command(), work, program.readable(), program.environment(), "", spec.limits(), spec.output());
            return new RunRecorder(new Supervisor(SANDBOX), tracing, workspace.folder("runs"))
                    .run("program.py", withAgent, timed, OptionalLong.empty());
        }
    }

    private Evidence untraced(String... program) throws IOException {
        return run(Tracing.none("a test"), LONG, program);
    }

    private Evidence timed(String... program) throws IOException {
        return run(Tracing.none("a test"), LONG, true, program);
    }

    private static Duration endOfMaster(Evidence evidence) {
        return evidence.census().master().orElseThrow().ended().orElseThrow();
    }

    private Evidence traced(String... program) throws IOException {
        assumeThat(TRACING.works()).as(TRACING.reason()).isTrue();
        return run(TRACING, LONG, program);
    }

    private static List<Integer> codes(Evidence evidence) {
        return evidence.census().workers().stream()
                .map(worker -> worker.end().map(ProcessEnd::number).orElse(-1))
                .toList();
    }

    @Test
    void children_that_live_for_less_than_a_millisecond_are_counted_with_their_exit_codes() throws IOException {
        Evidence evidence = traced(
                "import os",
                "for i in range(40):",
                "    pid = os.fork()",
                "    if pid == 0:",
                "        os._exit(i)",
                "    os.waitpid(pid, 0)");

        assertThat(evidence.census().exact()).isTrue();
        assertThat(evidence.census().disagreements()).isEmpty();
        assertThat(evidence.census().methods()).containsExactly("strace", "sampling of /proc");
        assertThat(codes(evidence)).isEqualTo(IntStream.range(0, 40).boxed().toList());
        assertThat(new ProcessJudge(evidence, 2).workersBetween(40, 40).passed())
                .isTrue();
    }

    @Test
    void threads_are_no_workers() throws IOException {
        Evidence evidence = traced(
                "import threading",
                "workers = [threading.Thread(target=lambda: None) for i in range(3)]",
                "for worker in workers: worker.start()",
                "for worker in workers: worker.join()");

        assertThat(evidence.census().processes()).hasSize(1);
        assertThat(new ProcessJudge(evidence, 2).workersBetween(3, 3).verdict()).isEqualTo(Verdict.WRONG_PROCESSES);
    }

    @Test
    void a_worker_that_nobody_waits_for_and_its_own_child_are_told_apart() throws IOException {
        Evidence evidence = traced(
                "import os, time",
                "if os.fork() == 0:",
                "    if os.fork() == 0:",
                "        time.sleep(0.05)",
                "        os._exit(6)",
                "    os._exit(5)",
                "os.wait()",
                "time.sleep(0.2)");

        assertThat(evidence.census().workers())
                .extracting(ProcessRecord::orphaned)
                .isEqualTo(List.of(false, true));
        assertThat(codes(evidence)).isEqualTo(List.of(5, 6));
    }

    @Test
    void names_that_look_like_other_fields_confuse_nobody() throws IOException {
        Evidence evidence = traced(
                "import os",
                "open('/proc/self/comm', 'w').write('a) b (c')",
                "for i in range(3):",
                "    if os.fork() == 0:",
                "        os.execv('/bin/sh', ['a) R 1 (c', '-c', 'exit 3 # +++ exited with 9 +++'])",
                "for i in range(3): os.wait()");

        assertThat(evidence.census().exact()).isTrue();
        assertThat(evidence.census().processes())
                .extracting(process -> process.end().orElseThrow().number())
                .isEqualTo(List.of(0, 3, 3, 3));
    }

    @Test
    void a_master_that_does_all_the_work_shows_by_its_processor_time() throws IOException {
        Evidence evidence = traced(
                "import os, time",
                "for i in range(2):",
                "    if os.fork() == 0:",
                "        time.sleep(0.5)",
                "        os._exit(0)",
                "end = time.process_time() + 0.4",
                "while time.process_time() < end: pass",
                "os.wait()",
                "os.wait()");

        assertThat(evidence.census().master().orElseThrow().cpu()).isGreaterThan(Duration.ofMillis(300));
        assertThat(evidence.census().workers())
                .allSatisfy(worker -> assertThat(worker.cpu()).isLessThan(Duration.ofMillis(100)));
        assertThat(new ProcessJudge(evidence, 2).workersBetween(2, 2).passed()).isTrue();
    }

    @Test
    void a_deadlock_is_seen_through_strace() throws IOException {
        Evidence evidence =
                traced("import os", "ends = os.pipe()", "if os.fork() == 0:", "    os.read(ends[0], 1)", "os.wait()");

        assertThat(evidence.outcome().ending()).isEqualTo(Ending.stopped(StopReason.DEADLOCK));
        assertThat(evidence.standstill().orElseThrow().waiting()).hasSize(2);
        assertThat(evidence.census().processes())
                .extracting(ProcessRecord::end)
                .isEqualTo(List.of(Optional.empty(), Optional.empty()));
    }

    @Test
    void what_the_program_has_killed_itself_is_told_from_what_the_grader_kills() throws IOException {
        assumeThat(TRACING.works()).as(TRACING.reason()).isTrue();

        Evidence evidence = run(
                TRACING,
                Duration.ofMillis(1500),
                "import os, signal, time",
                "pids = []",
                "for i in range(2):",
                "    pids.append(os.fork())",
                "    if pids[-1] == 0:",
                "        time.sleep(100)",
                "os.kill(pids[0], signal.SIGKILL)",
                "time.sleep(100)");

        assertThat(evidence.outcome().ending()).isEqualTo(Ending.stopped(StopReason.TIME_LIMIT));
        assertThat(evidence.census().processes())
                .extracting(ProcessRecord::end)
                .isEqualTo(List.of(Optional.empty(), Optional.of(ProcessEnd.bySignal(9)), Optional.empty()));
    }

    @Test
    void without_strace_python_processes_tell_how_their_children_ended() throws IOException {
        Evidence evidence = untraced(
                "import multiprocessing, os, time",
                "def work(code):",
                "    time.sleep(0.3)",
                "    os._exit(code)",
                "if __name__ == '__main__':",
                "    workers = [multiprocessing.Process(target=work, args=(code,)) for code in (0, 3)]",
                "    for worker in workers: worker.start()",
                "    for worker in workers: worker.join()");

        assertThat(evidence.errors()).isEmpty();
        assertThat(codes(evidence)).containsExactlyInAnyOrder(0, 3);
        assertThat(evidence.census().methods()).containsExactly("sampling of /proc", "records of the Python processes");
        assertThat(evidence.census().exact()).isFalse();
    }

    @Test
    void without_strace_the_end_of_the_master_is_known_and_counting_is_not_exact() throws IOException {
        Evidence evidence = run(Tracing.none("a test"), LONG, "import sys", "sys.exit(3)");

        assertThat(evidence.census().exact()).isFalse();
        assertThat(evidence.census().methods()).containsExactly("sampling of /proc");
        assertThat(evidence.census().master().orElseThrow().end()).hasValue(ProcessEnd.exited(3));
    }

    @Test
    void a_master_that_leaves_early_is_timed_until_its_child_has_computed() throws IOException {
        Evidence evidence = timed(
                "import os, time",
                "if os.fork() != 0:",
                "    os._exit(0)",
                "while time.process_time() < 0.7: pass",
                "print('answer')");

        assertThat(evidence.outcome().ending()).isEqualTo(Ending.byItself(ProcessEnd.exited(0)));
        assertThat(evidence.outcome().leftovers()).isEmpty();
        assertThat(evidence.output()).isEqualTo("answer\n");
        // less than it computes: on a busy machine the end of the master may be noticed late
        assertThat(evidence.outcome().wall().minus(endOfMaster(evidence))).isGreaterThan(Duration.ofMillis(300));
        MachineUse machine = evidence.machine().orElseThrow();
        assertThat(machine.window()).isGreaterThan(Duration.ofMillis(300));
        assertThat(machine.program()).isGreaterThan(Duration.ofMillis(300));
    }

    @Test
    void orphans_that_live_between_two_looks_are_part_of_the_program() throws IOException {
        assumeThat(SANDBOX.works()).as(SANDBOX.notice()).isTrue();
        Evidence evidence = timed(
                "import os, time",
                "for i in range(40):",
                "    ends = os.pipe()",
                "    if os.fork() == 0:",
                "        if os.fork() == 0:",
                "            while time.process_time() < 0.03: pass",
                "        os._exit(0)",
                "    os.wait()",
                "    os.close(ends[1])",
                "    os.read(ends[0], 1)",
                "    os.close(ends[0])");

        assertThat(evidence.machine().orElseThrow().program()).isGreaterThan(Duration.ofMillis(1100));
    }
}
