package procgrade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import procgrade.observe.SavedProc;
import procgrade.observe.Strace;

class DoctorCommandTests {
    private final ScriptedMachine machine = new ScriptedMachine();

    private CommandRun run() {
        return CommandRun.of(machine, "doctor");
    }

    private static final String HEALTHY = """
            java ............ PASS     17.0.15+6
            java compiler ... PASS     /opt/jdk/bin/javac
            cores ........... PASS     4 may be used
            cpu quota ....... PASS     none
            /proc ........... PASS     a child that reads from a pipe is seen doing so
            mkfifo .......... PASS     makes named pipes
            /dev/shm ........ PASS     128 MiB free
            user ............ PASS     an ordinary one, number 1000
            bubblewrap ...... PASS     starts a sandbox
            strace .......... PASS     reports every process and its exit code
            python3 ......... PASS     Python 3.11.2
            perl ............ PASS     v5.36.0
            chromium ........ PASS     /usr/bin/chromium

            this machine is fit for grading
            """;

    @Test
    void a_machine_that_has_everything_is_fit() {
        CommandRun run = run();

        assertThat(run.out()).isEqualToNormalizingNewlines(HEALTHY);
        assertThat(run.exitCode()).isEqualTo(ExitCode.PASSED);
        assertThat(machine.hasClosedItsChild()).isTrue();
    }

    @Test
    void what_grading_cannot_do_without_makes_a_machine_unfit() {
        machine.withoutCompiler().javaVersion("11.0.2+9").proc(SavedProc.of("")).mkfifo(ScriptedMachine.notStarted());

        CommandRun run = run();

        assertThat(run.exitCode()).isEqualTo(ExitCode.ENVIRONMENT_UNFIT);
        assertThat(run.out()).isEqualToNormalizingNewlines("""
                java ............ FAIL     11.0.2+9
                                  help:    install a JDK of version 17 or newer
                java compiler ... FAIL     there is no /opt/jdk/bin/javac
                                  help:    install a whole JDK (Debian: apt-get install openjdk-17-jdk-headless)
                cores ........... CAUTION  cannot tell how many may be used
                                  help:    speedups are not measured here; use another machine
                cpu quota ....... PASS     none
                /proc ........... FAIL     there is no /proc
                                  help:    use Linux; in a container, mount /proc
                mkfifo .......... FAIL     not found
                                  help:    install coreutils or busybox
                /dev/shm ........ PASS     128 MiB free
                user ............ CAUTION  cannot tell who this is
                                  help:    do not grade as root
                bubblewrap ...... PASS     starts a sandbox
                strace .......... PASS     reports every process and its exit code
                python3 ......... PASS     Python 3.11.2
                perl ............ PASS     v5.36.0
                chromium ........ PASS     /usr/bin/chromium

                this machine is not fit for grading
                """);
    }

    @Test
    void what_is_only_useful_leaves_a_machine_fit_with_reservations() {
        machine.tool("bwrap", ScriptedMachine.notStarted())
                .tool("python3", ScriptedMachine.notStarted())
                .tool("perl", new ToolRun(ToolRun.Outcome.TIMED_OUT, -1, ""))
                .browser("none")
                .sharedMemory(OptionalLong.empty());

        CommandRun run = run();

        assertThat(run.exitCode()).isEqualTo(ExitCode.PASSED);
        assertThat(run.out())
                .containsSubsequence(
                        "/dev/shm ........ CAUTION  not there or not writable\n",
                        "help:    queues and shared memory go to the folder for temporary files, which may be a slow disk\n",
                        "bubblewrap ...... CAUTION  not found\n",
                        "help:    submissions can only run unprotected; Debian: apt-get install bubblewrap\n",
                        "python3 ......... CAUTION  not found\n",
                        "help:    submissions in Python cannot run; Debian: apt-get install python3\n",
                        "perl ............ CAUTION  no answer within some seconds\n",
                        "help:    Debian: apt-get install perl-base\n",
                        "chromium ........ CAUTION  not found\n",
                        "help:    only tests of reports in a browser need it; Debian: apt-get install chromium\n",
                        "this machine is fit for grading, with 5 reservations\n");
    }

    @Test
    void who_grades_as_root_is_told_what_that_means() {
        machine.asRoot();

        assertThat(run().out())
                .containsSubsequence(
                        "user ............ CAUTION  root: submissions cannot write outside their sandbox, but read what"
                                + " only root may\n",
                        "help:    grade as an ordinary user, whom the kernel also holds to limits that it does not hold"
                                + " root to\n",
                        "this machine is fit for grading, with one reservation\n");
    }

    @Test
    void who_grades_as_root_without_a_sandbox_is_told_as_well() {
        machine.asRoot().tool("bwrap", ScriptedMachine.notStarted());

        CommandRun run = run();

        assertThat(run.exitCode()).isEqualTo(ExitCode.PASSED);
        assertThat(run.out())
                .contains("user ............ CAUTION  root, and no sandbox: submissions can do everything to this"
                        + " machine\n");
    }

    @Test
    void a_sandbox_that_does_not_start_says_why() {
        machine.tool("bwrap", ScriptedMachine.exited(1, "bwrap: No permissions to create new namespace"));

        assertThat(run().out())
                .containsSubsequence(
                        "bubblewrap ...... CAUTION  exit code 1: bwrap: No permissions to create new namespace\n",
                        "help:    submissions can only run unprotected; user namespaces may be shut,"
                                + " see user_namespaces(7)\n",
                        "this machine is fit for grading, with one reservation\n");
    }

    @Test
    void without_strace_processes_are_counted_less_exactly() {
        machine.strace(new Strace(false, "strace does not work: PTRACE_TRACEME: Operation not permitted"));

        assertThat(run().out())
                .containsSubsequence(
                        "strace .......... CAUTION  strace does not work: PTRACE_TRACEME: Operation not permitted\n",
                        "help:    short-lived processes and exit codes may be missed; Debian: apt-get install strace\n",
                        "this machine is fit for grading, with one reservation\n");
    }

    @Test
    void strace_is_not_used_if_it_could_outlive_the_grader() {
        machine.tool("setpriv", ScriptedMachine.notStarted());

        assertThat(run().out())
                .containsSubsequence(
                        "strace .......... CAUTION  not used, because setpriv does not work: not found\n",
                        "help:    short-lived processes and exit codes may be missed; install util-linux\n");
    }

    @Test
    void a_tool_that_fails_without_a_word_is_named_with_its_exit_code() {
        machine.tool("python3", ScriptedMachine.exited(127, ""));

        assertThat(run().out()).contains("python3 ......... CAUTION  exit code 127\n");
    }

    @Test
    void the_limits_for_shared_memory_are_64_mib() {
        assertThat(ToolChecks.sharedMemory(machine.sharedMemory(OptionalLong.of(64L << 20)))
                        .level())
                .isEqualTo(CheckResult.Level.PASS);
        assertThat(ToolChecks.sharedMemory(machine.sharedMemory(OptionalLong.of((64L << 20) - 1))))
                .isEqualTo(CheckResult.caution(
                        "/dev/shm",
                        "63 MiB free",
                        "remove what was left there, or give the container more (docker: --shm-size)"));
    }

    @Test
    void one_processor_or_a_small_quota_does_not_do_for_speedups() {
        machine.proc(ScriptedMachine.healthyProc()
                .with(
                        "file self/status Cpus_allowed_list:\\t5\\n",
                        "file self/cgroup 0::/\\n",
                        "file self/mountinfo 30 25 0:26 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw\\n",
                        "file self/root/sys/fs/cgroup/cpu.max 50000 100000\\n"));

        assertThat(run().out())
                .containsSubsequence(
                        "cores ........... CAUTION  only processor 5 may be used\n",
                        "help:    no speedup can be measured with one; allow more with taskset, or use another machine\n",
                        "cpu quota ....... CAUTION  processor time of 0.50 cores\n",
                        "help:    times are measured while the kernel holds processes back;"
                                + " lift the limit of this container\n");
    }

    @Test
    void a_quota_as_large_as_the_machine_is_none() {
        machine.proc(ScriptedMachine.healthyProc()
                .with(
                        "file self/cgroup 0::/\\n",
                        "file self/mountinfo 30 25 0:26 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw\\n",
                        "file self/root/sys/fs/cgroup/cpu.max 400000 100000\\n"));

        assertThat(run().out()).contains("cpu quota ....... PASS     processor time of 4.00 cores\n");
    }

    private static final String SUSPICION =
            "help:    a deadlock can only be suspected here; look for ptrace_scope (Yama), hidepid of /proc, or gVisor\n";

    @Test
    void waits_that_may_not_be_read_leave_deadlocks_unproved() {
        machine.proc(ScriptedMachine.healthyProc().with("refused 2569/task/2569/syscall"));

        assertThat(run().out())
                .containsSubsequence(
                        "/proc ........... CAUTION  a child that reads from a pipe is seen as UNREADABLE\n", SUSPICION);
    }

    @Test
    void waits_that_are_misread_leave_deadlocks_unproved() {
        machine.proc(ScriptedMachine.healthyProc()
                .with("file 2569/task/2569/syscall 999 0x3 0x0 0x0 0x0 0x0 0x0 0x7ffc00000000 0x0\\n"));

        assertThat(run().out()).contains("a child that reads from a pipe is seen as OTHER_CALL\n", SUSPICION);
    }

    @Test
    void a_child_that_cannot_be_seen_leaves_deadlocks_unproved() {
        machine.blockedPid(77);

        assertThat(run().out()).contains("a child that reads from a pipe is seen as GONE\n", SUSPICION);
    }

    @Test
    void a_child_that_cannot_be_started_makes_a_machine_unfit() {
        machine.blockedPid(-1);

        CommandRun run = run();

        assertThat(run.exitCode()).isEqualTo(ExitCode.ENVIRONMENT_UNFIT);
        assertThat(run.out())
                .containsSubsequence(
                        "/proc ........... FAIL     cannot start cat to look at it: no such file\n",
                        "help:    install coreutils or busybox\n");
    }
}
