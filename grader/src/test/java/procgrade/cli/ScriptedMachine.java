package procgrade.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import procgrade.observe.Architecture;
import procgrade.observe.ProcFs;
import procgrade.observe.SavedProc;
import procgrade.observe.Strace;

/** A machine that has all that grading needs, until a test takes something away. */
final class ScriptedMachine implements Machine {
    private static final long CAT = 2569;

    private ProcFs proc = healthyProc();
    private Error fault;
    private Runtime.Version javaVersion = Runtime.Version.parse("17.0.15+6");
    private boolean hasCompiler = true;
    private final Map<String, ToolRun> tools = new HashMap<>(Map.of(
            "bwrap", exited(0, ""),
            "setpriv", exited(0, ""),
            "python3", exited(0, "Python 3.11.2"),
            "perl", exited(0, "v5.36.0")));
    private Strace strace = new Strace(true, "");
    private String browser = "chromium";
    private ToolRun mkfifo = exited(0, "");
    private OptionalLong sharedMemory = OptionalLong.of(128L << 20);
    private long blockedPid = CAT;

    /** With four processors, and cat that reads from a pipe. */
    static SavedProc healthyProc() {
        return SavedProc.load("cat-reads-named-pipe").with("file self/stat 1 (java)", status(1000));
    }

    private static String status(int user) {
        return "file self/status Uid:\\t" + user + "\\t" + user + "\\t" + user + "\\t" + user
                + "\\nCpus_allowed_list:\\t0-3\\n";
    }

    static ToolRun exited(int code, String firstLine) {
        return new ToolRun(ToolRun.Outcome.EXITED, code, firstLine);
    }

    static ToolRun notStarted() {
        return new ToolRun(ToolRun.Outcome.NOT_STARTED, -1, "no such file");
    }

    ScriptedMachine proc(ProcFs other) {
        proc = other;
        return this;
    }

    ScriptedMachine asRoot() {
        proc = healthyProc().with(status(0));
        return this;
    }

    /** Throws instead of giving access to its processes. */
    ScriptedMachine broken(Error error) {
        fault = error;
        return this;
    }

    ScriptedMachine javaVersion(String version) {
        javaVersion = Runtime.Version.parse(version);
        return this;
    }

    ScriptedMachine withoutCompiler() {
        hasCompiler = false;
        return this;
    }

    ScriptedMachine tool(String name, ToolRun run) {
        tools.put(name, run);
        return this;
    }

    ScriptedMachine strace(Strace trial) {
        strace = trial;
        return this;
    }

    ScriptedMachine browser(String name) {
        browser = name;
        return this;
    }

    ScriptedMachine mkfifo(ToolRun run) {
        mkfifo = run;
        return this;
    }

    ScriptedMachine sharedMemory(OptionalLong free) {
        sharedMemory = free;
        return this;
    }

    ScriptedMachine blockedPid(long pid) {
        blockedPid = pid;
        return this;
    }

    @Override
    public ProcFs proc() {
        if (fault != null) {
            throw fault;
        }
        return proc;
    }

    @Override
    public Architecture architecture() {
        return Architecture.X86_64;
    }

    @Override
    public Runtime.Version javaVersion() {
        return javaVersion;
    }

    @Override
    public Path javaHome() {
        return Path.of("/opt/jdk");
    }

    @Override
    public boolean isExecutable(Path file) {
        return hasCompiler && file.equals(Path.of("/opt/jdk/bin/javac"));
    }

    @Override
    public Optional<Path> find(String program) {
        return program.equals(browser) ? Optional.of(Path.of("/usr/bin", program)) : Optional.empty();
    }

    @Override
    public ToolRun run(String... command) {
        return tools.get(command[0]);
    }

    @Override
    public Strace strace(List<String> others) {
        return strace;
    }

    @Override
    public ToolRun makeNamedPipe() {
        return mkfifo;
    }

    @Override
    public OptionalLong freeBytes(Path folder) {
        return folder.equals(Path.of("/dev/shm")) ? sharedMemory : OptionalLong.empty();
    }

    @Override
    public BlockedChild startBlockedChild() throws IOException {
        if (blockedPid < 0) {
            throw new IOException("no such file");
        }
        return new BlockedChild() {
            @Override
            public long pid() {
                return blockedPid;
            }

            @Override
            public void close() {
                blockedPid = 0;
            }
        };
    }

    boolean hasClosedItsChild() {
        return blockedPid == 0;
    }

    @Override
    public void pause() {
        // time does not pass here
    }
}
