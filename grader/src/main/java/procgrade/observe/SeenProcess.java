package procgrade.observe;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What sampling has learnt about one process.
 *
 * @param pid as seen by the grader
 * @param innerPid as seen by itself, if the kernel tells
 * @param parentPid of the process it was born of, 0 if nobody saw that
 * @param name the last name of its first thread
 * @param commandLine the last one; empty if it could never be read
 * @param inExec whether it was seen only between its birth and the execution of its program, so that the command line is
 *     still its parent's
 * @param startedAfterBoot when it was born
 * @param firstSeen since the run began
 * @param ended when it was seen to have ended, since the run began; empty if it was alive
 * @param waitStatus as for wait(2), if it was seen as a zombie
 * @param mostThreads the most threads it was seen to have
 * @param cpu processor time
 * @param peakRssBytes the most memory it had resident
 * @param orphaned whether its parent ended before it
 */
record SeenProcess(
        long pid,
        OptionalLong innerPid,
        long parentPid,
        String name,
        List<String> commandLine,
        boolean inExec,
        Duration startedAfterBoot,
        Duration firstSeen,
        Optional<Duration> ended,
        OptionalInt waitStatus,
        int mostThreads,
        Duration cpu,
        long peakRssBytes,
        boolean orphaned) {}
