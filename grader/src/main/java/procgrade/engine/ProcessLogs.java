package procgrade.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import procgrade.observe.EnvironmentMark;
import procgrade.observe.OwnRecords;
import procgrade.observe.ProcessLog;
import procgrade.observe.Strace;
import procgrade.run.Recording;
import procgrade.run.RunFault;
import procgrade.run.RunSpec;
import procgrade.run.RunWatcher;
import procgrade.run.Scratch;
import procgrade.run.StopReason;
import procgrade.run.Tracing;
import procgrade.submission.EnvironmentFault;

/**
 * What others record about the processes of one run: strace or, where that does not work, the processes themselves.
 * Either costs the program some time, so nobody records a run that is timed.
 */
final class ProcessLogs implements RunWatcher, AutoCloseable {
    private static final String STRACE_LOG = "strace.txt";

    private final Recording recording;
    private final Map<String, String> variables;
    private long programPid;
    private OptionalLong bytesAtEnd = OptionalLong.empty();

    private ProcessLogs(Recording recording, Map<String, String> variables) {
        this.recording = recording;
        this.variables = variables;
    }

    /**
     * Prepares the records of a run.
     *
     * @param spec the run
     * @param timed whether nothing may disturb it
     * @param tracing whether strace works
     */
    static ProcessLogs of(RunSpec spec, boolean timed, Tracing tracing) {
        if (timed) {
            return new ProcessLogs(Recording.NONE, Map.of());
        }
        if (tracing.works()) {
            Path log = spec.output().resolve(STRACE_LOG);
            return new ProcessLogs(new Recording(Optional.of(log), Optional.empty()), Map.of());
        }
        try {
            Path folder = Files.createTempDirectory("procgrade-").toRealPath();
            // in a run with small pipes the longer items of a traced program could make the difference
            boolean traces = !spec.environment().containsKey(CheckRuns.PIPE_BYTES);
            return new ProcessLogs(
                    new Recording(Optional.empty(), Optional.of(folder)), OwnRecords.variables(folder, traces));
        } catch (IOException cause) {
            throw new RunFault(
                    "cannot make a folder for the records of processes: " + EnvironmentFault.reason(cause)
                            + ": make room, or let TMPDIR name another folder",
                    cause);
        }
    }

    /** {@return the run with all that it needs to be recorded} */
    RunSpec recorded(RunSpec spec) {
        return spec.recorded(recording, variables);
    }

    @Override
    public void started(long rootPid, long program, EnvironmentMark mark) {
        programPid = program;
    }

    @Override
    public Optional<StopReason> tick(Duration elapsed) {
        return Optional.empty();
    }

    /** From here on processes may be killed by the grader. */
    @Override
    public void ending(Duration elapsed, Optional<StopReason> stopped) {
        bytesAtEnd = recording.strace().map(ProcessLogs::size).orElse(OptionalLong.empty());
    }

    private static OptionalLong size(Path log) {
        try {
            return OptionalLong.of(Files.size(log));
        } catch (IOException missing) {
            return OptionalLong.empty();
        }
    }

    /**
     * The records so far that decide who existed.
     *
     * @param stopped whether the grader has stopped the program; if it has not, strace may write of the last processes a
     *     little later than the end of the program is noticed
     */
    List<ProcessLog> exact(boolean stopped) {
        return recording.strace().stream()
                .map(log -> Strace.read(log, programPid, stopped ? bytesAtEnd : OptionalLong.empty()))
                .toList();
    }

    /** All records, after the run. */
    ProcessLog[] all(boolean stopped) {
        Optional<Path> own = recording.own();
        return (own.isPresent() ? OwnRecords.read(own.get()) : exact(stopped)).toArray(ProcessLog[]::new);
    }

    /** Removes what the program's processes have written. */
    @Override
    public void close() {
        recording.own().ifPresent(Scratch::remove);
    }
}
