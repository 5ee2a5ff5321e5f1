package procgrade.observe;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is known of one process before it is decided which part it plays.
 *
 * @param pid as seen by the grader
 * @param innerPid as seen by itself, if the kernel tells
 * @param parentPid of the process it was born of, 0 if nobody saw that
 * @param name the last name of its first thread, possibly empty
 * @param commandLine the last one; empty if it could never be read
 * @param inExec whether it was seen only between its birth and the execution of its program, so that the command line is
 *     still its parent's
 * @param started since the run began
 * @param ended when it was seen to have ended, since the run began; empty if it was alive
 * @param end how it ended, if that is known
 * @param mostThreads the most threads it was seen to have
 * @param cpu processor time
 * @param peakRssBytes the most memory it had resident
 * @param orphaned whether its parent ended before it
 * @param sampled whether it was sampled
 */
record SeenProcess(
        long pid,
        OptionalLong innerPid,
        long parentPid,
        String name,
        List<String> commandLine,
        boolean inExec,
        Duration started,
        Optional<Duration> ended,
        Optional<ProcessEnd> end,
        int mostThreads,
        Duration cpu,
        long peakRssBytes,
        boolean orphaned,
        boolean sampled) {

    /** One that only a log tells of. */
    static SeenProcess unsampled(long pid, long parentPid, ProcessLog.Entry entry) {
        return new SeenProcess(
                pid,
                OptionalLong.empty(),
                parentPid,
                "",
                entry.commandLine(),
                false,
                entry.started(),
                entry.ended(),
                entry.end(),
                entry.threads(),
                Duration.ZERO,
                0,
                false,
                false);
    }

    SeenProcess withEnd(Optional<ProcessEnd> known) {
        return new SeenProcess(
                pid,
                innerPid,
                parentPid,
                name,
                commandLine,
                inExec,
                started,
                ended,
                known,
                mostThreads,
                cpu,
                peakRssBytes,
                orphaned,
                sampled);
    }

    SeenProcess asOrphan(boolean isOne) {
        return new SeenProcess(
                pid,
                innerPid,
                parentPid,
                name,
                commandLine,
                inExec,
                started,
                ended,
                end,
                mostThreads,
                cpu,
                peakRssBytes,
                isOne,
                sampled);
    }

    /** What it used, from sampling; all else from an exact log. */
    SeenProcess correctedBy(ProcessLog.Entry entry) {
        boolean shortened = entry.commandLine().size() >= StraceLine.MOST_WORDS
                || entry.commandLine().stream().anyMatch(word -> word.length() >= StraceLine.LONGEST_WORD);
        boolean own = entry.commandLine().isEmpty() || shortened && !commandLine.isEmpty();
        return new SeenProcess(
                pid,
                innerPid,
                entry.parentPid(),
                name,
                own ? commandLine : entry.commandLine(),
                false,
                entry.started(),
                entry.ended().or(this::ended),
                entry.end().or(this::end),
                Math.max(mostThreads, entry.threads()),
                cpu,
                peakRssBytes,
                orphaned,
                sampled);
    }
}
