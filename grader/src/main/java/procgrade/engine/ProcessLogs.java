package procgrade.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import procgrade.observe.EnvironmentMark;
import procgrade.observe.ProcessLog;
import procgrade.observe.Strace;
import procgrade.run.Recording;
import procgrade.run.RunWatcher;
import procgrade.run.StopReason;

/** What others have recorded about the processes of one run. */
final class ProcessLogs implements RunWatcher {
    private final Recording recording;
    private long programPid;
    private OptionalLong bytesAtEnd = OptionalLong.empty();

    ProcessLogs(Recording recording) {
        this.recording = recording;
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
    public void ending(Duration elapsed) {
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
     * The records so far.
     *
     * @param stopped whether the grader has stopped the program; if it has not, strace may write of the last processes a
     *     little later than the end of the program is noticed
     */
    ProcessLog[] read(boolean stopped) {
        return recording.strace().stream()
                .map(log -> Strace.read(log, programPid, stopped ? bytesAtEnd : OptionalLong.empty()))
                .toArray(ProcessLog[]::new);
    }
}
