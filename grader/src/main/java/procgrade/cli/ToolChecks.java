package procgrade.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import procgrade.observe.GradingUser;
import procgrade.observe.Observed;
import procgrade.observe.Strace;

/** What the doctor asks about other programs and about the places they need. */
final class ToolChecks {
    private static final long ENOUGH_SHARED_MEMORY = 64L << 20;
    private static final List<String> SANDBOX = List.of("bwrap", "--ro-bind", "/", "/", "--unshare-all");
    private static final String UNCOUNTED = "short-lived processes and exit codes may be missed; ";

    private ToolChecks() {}

    /** The Java library multiprocessing makes its pipes with mkfifo, since the JDK cannot. */
    static CheckResult namedPipes(Machine machine) {
        ToolRun run = machine.makeNamedPipe();
        return run.succeeded()
                ? CheckResult.pass("mkfifo", "makes named pipes")
                : CheckResult.fail("mkfifo", run.complaint(), "install coreutils or busybox");
    }

    static CheckResult sharedMemory(Machine machine) {
        OptionalLong free = machine.freeBytes(Path.of("/dev/shm"));
        String name = "/dev/shm";
        if (free.isEmpty()) {
            return CheckResult.caution(
                    name,
                    "not there or not writable",
                    "queues and shared memory go to the folder for temporary files, which may be a slow disk");
        }
        String detail = (free.getAsLong() >> 20) + " MiB free";
        return free.getAsLong() >= ENOUGH_SHARED_MEMORY
                ? CheckResult.pass(name, detail)
                : CheckResult.caution(
                        name, detail, "remove what was left there, or give the container more (docker: --shm-size)");
    }

    static CheckResult sandbox(Machine machine) {
        ToolRun run = startSandbox(machine);
        if (run.succeeded()) {
            return CheckResult.pass("bubblewrap", "starts a sandbox");
        }
        String remedy = run.outcome() == ToolRun.Outcome.NOT_STARTED
                ? "submissions can only run unprotected; Debian: apt-get install bubblewrap"
                : "submissions can only run unprotected; user namespaces may be shut, see user_namespaces(7)";
        return CheckResult.caution("bubblewrap", run.complaint(), remedy);
    }

    /** To the kernel a program in a sandbox is still who grades: docs/running.md. */
    static CheckResult user(Machine machine) {
        Observed<Long> user = GradingUser.read(machine.proc());
        if (!user.isKnown()) {
            return CheckResult.caution("user", "cannot tell who this is", "do not grade as root");
        }
        if (user.value() != 0) {
            return CheckResult.pass("user", "an ordinary one, number " + user.value());
        }
        return CheckResult.caution(
                "user",
                startSandbox(machine).succeeded()
                        ? "root: submissions cannot write outside their sandbox, but read what only root may"
                        : "root, and no sandbox: submissions can do everything to this machine",
                "grade as an ordinary user, whom the kernel also holds to limits that it does not hold root to");
    }

    private static ToolRun startSandbox(Machine machine) {
        return machine.run(Stream.concat(SANDBOX.stream(), Stream.of("true")).toArray(String[]::new));
    }

    /** It stands in front of the sandbox, if there is one; setpriv has it end with the grader. */
    static CheckResult strace(Machine machine) {
        ToolRun setpriv = machine.run("setpriv", "--pdeathsig", "KILL", "true");
        if (!setpriv.succeeded()) {
            return CheckResult.caution(
                    "strace",
                    "not used, because setpriv does not work: " + setpriv.complaint(),
                    UNCOUNTED + "install util-linux");
        }
        Strace strace = machine.strace(startSandbox(machine).succeeded() ? SANDBOX : List.of());
        return strace.works()
                ? CheckResult.pass("strace", "reports every process and its exit code")
                : CheckResult.caution("strace", strace.reason(), UNCOUNTED + "Debian: apt-get install strace");
    }

    static CheckResult python(Machine machine) {
        return tool(
                machine, "python3", "submissions in Python cannot run; Debian: apt-get install python3", "--version");
    }

    static CheckResult perl(Machine machine) {
        return tool(machine, "perl", "Debian: apt-get install perl-base", "-e", "print $^V");
    }

    private static CheckResult tool(Machine machine, String program, String remedy, String... arguments) {
        String[] command =
                Stream.concat(Stream.of(program), Stream.of(arguments)).toArray(String[]::new);
        ToolRun run = machine.run(command);
        return run.succeeded()
                ? CheckResult.pass(program, run.firstLine())
                : CheckResult.caution(program, run.complaint(), remedy);
    }

    static CheckResult chromium(Machine machine) {
        Optional<Path> browser = Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> machine.find(name).stream())
                .findFirst();
        return browser.map(path -> CheckResult.pass("chromium", path.toString()))
                .orElseGet(() -> CheckResult.caution(
                        "chromium",
                        "not found",
                        "only tests of reports in a browser need it; Debian: apt-get install chromium"));
    }
}
