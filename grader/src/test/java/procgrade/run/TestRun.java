package procgrade.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import procgrade.observe.EnvironmentMark;
import procgrade.observe.ProcFs;
import procgrade.observe.ProcessLog;
import procgrade.observe.Strace;

/** One run for a test, made step by step, and what was seen of it. */
final class TestRun implements RunWatcher {
    private final Path folder;
    private final Path output;
    private final Supervisor supervisor;
    private final List<RunWatcher> more = new ArrayList<>();
    private RunLimits limits = RunLimits.DEFAULT.within(Duration.ofSeconds(100));
    private Map<String, String> environment = Map.of();
    private List<Path> readable = List.of();
    private String input = "";
    private Optional<Path> copy = Optional.empty();
    private Recording recording = Recording.NONE;
    private BooleanSupplier stop = () -> false;
    private StopReason reason = StopReason.DEADLOCK;

    long root;
    long program;
    EnvironmentMark mark;
    int ticks;
    int endings;
    int outlived;

    TestRun(Path temporary, Supervisor supervisor) {
        this.folder = temporary.resolve("work");
        this.output = temporary.resolve("output");
        this.supervisor = supervisor;
    }

    TestRun limits(RunLimits chosen) {
        limits = chosen;
        return this;
    }

    TestRun environment(Map<String, String> chosen) {
        environment = chosen;
        return this;
    }

    TestRun readable(Path... chosen) {
        readable = List.of(chosen);
        return this;
    }

    TestRun input(String chosen) {
        input = chosen;
        return this;
    }

    /** Puts a copy in the place of the folder. */
    TestRun in(Path chosen) {
        copy = Optional.of(chosen);
        return this;
    }

    TestRun watchedBy(RunWatcher watcher) {
        more.add(watcher);
        return this;
    }

    /** Stops the program as soon as a file is in its folder. */
    TestRun stopAt(String file) {
        return stopWhen(() -> Files.exists(folder.resolve(file)), StopReason.DEADLOCK);
    }

    /** Has strace stand in front of everything. */
    TestRun traced() {
        recording = new Recording(Optional.of(output.resolve("strace.txt")), Optional.empty());
        return this;
    }

    TestRun stopWhen(BooleanSupplier condition, StopReason why) {
        stop = condition;
        reason = why;
        return this;
    }

    Path folder() {
        return folder;
    }

    Path write(String name, String content) throws IOException {
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve(name), content);
    }

    RunOutcome shell(String script) throws IOException {
        return run("sh", "-c", script);
    }

    RunOutcome run(String... command) throws IOException {
        Files.createDirectories(folder);
        RunSpec spec = new RunSpec(List.of(command), folder, readable, environment, input, limits, output)
                .recorded(recording, Map.of())
                .in(copy.orElse(folder));
        List<RunWatcher> watchers = new ArrayList<>(List.of(this));
        watchers.addAll(more);
        return supervisor.run(spec, watchers, Pace.FULL);
    }

    String stdout() throws IOException {
        return Files.readString(output.resolve("stdout.txt"));
    }

    String stderr() throws IOException {
        return Files.readString(output.resolve("stderr.txt"));
    }

    /** What strace has recorded. */
    ProcessLog log() {
        return Strace.read(output.resolve("strace.txt"), program, OptionalLong.empty());
    }

    /** Processes of the run that are alive, found by the mark. */
    List<Long> survivors() {
        ProcessTable table = new ProcessTable(ProcFs.ofThisMachine());
        return table.all().stream()
                .filter(stat -> !ProcessTable.isOver(stat) && mark != null && table.carries(stat.pid(), mark))
                .map(stat -> stat.pid())
                .toList();
    }

    /** Waits for an event; the time-out of the test ends a wait for what never comes. */
    static void await(BooleanSupplier event) {
        while (!event.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(2_000_000);
        }
    }

    @Override
    public void started(long rootPid, long programPid, EnvironmentMark runMark) {
        root = rootPid;
        program = programPid;
        mark = runMark;
    }

    @Override
    public Optional<StopReason> tick(Duration elapsed) {
        ticks++;
        return stop.getAsBoolean() ? Optional.of(reason) : Optional.empty();
    }

    @Override
    public void ending(Duration elapsed, Optional<StopReason> stopped) {
        endings++;
    }

    @Override
    public void outlived(Duration elapsed) {
        outlived++;
    }
}
