package procgrade.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What the doctor asks about other programs and about the places they need. */
final class ToolChecks {
    private static final long ENOUGH_SHARED_MEMORY = 64L << 20;

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
        ToolRun run = machine.run("bwrap", "--ro-bind", "/", "/", "--unshare-all", "true");
        if (run.succeeded()) {
            return CheckResult.pass("bubblewrap", "starts a sandbox");
        }
        String remedy = run.outcome() == ToolRun.Outcome.NOT_STARTED
                ? "submissions can only run unprotected; Debian: apt-get install bubblewrap"
                : "submissions can only run unprotected; user namespaces may be shut, see user_namespaces(7)";
        return CheckResult.caution("bubblewrap", run.complaint(), remedy);
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
