package procgrade.observe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts together what sampling and a log tell of the same processes, and notes where they contradict each other. */
final class LogMerge {
    private static final int MOST_NAMED = 5;

    private final List<String> disagreements = new ArrayList<>();
    private boolean logMissedSome;

    /** A sentence for each contradiction found so far. */
    List<String> disagreements() {
        return List.copyOf(disagreements);
    }

    /** Whether sampling saw a process that an exact log does not have. */
    boolean logMissedSome() {
        return logMissedSome;
    }

    /** By a log that is exact: it decides who existed, of whom they were born and how they ended. */
    List<SeenProcess> byExact(List<SeenProcess> seen, ProcessLog log) {
        List<SeenProcess> left = new ArrayList<>(seen);
        List<SeenProcess> merged = new ArrayList<>();
        for (ProcessLog.Entry entry : log.entries()) {
            Optional<SeenProcess> match = closest(left, entry.pid(), entry.started());
            match.ifPresent(process -> {
                left.remove(process);
                compareEnds(process, entry, log);
            });
            merged.add(match.map(process -> process.correctedBy(entry))
                    .orElseGet(() -> SeenProcess.unsampled(entry.pid(), entry.parentPid(), entry)));
        }
        logMissedSome |= !left.isEmpty();
        for (SeenProcess process : left) {
            disagreements.add("sampling saw process " + process.pid() + " (" + label(process) + "), "
                    + log.method().words() + " did not");
            if (!log.complete()) {
                merged.add(process);
            }
        }
        return withOrphans(merged);
    }

    private static Optional<SeenProcess> closest(List<SeenProcess> processes, long pid, Duration started) {
        return processes.stream()
                .filter(process -> process.pid() == pid)
                .min(Comparator.comparing(
                        process -> process.started().minus(started).abs()));
    }

    private static String label(SeenProcess process) {
        return ProcessRole.guess(process.commandLine(), process.name()).label();
    }

    private void compareEnds(SeenProcess process, ProcessLog.Entry entry, ProcessLog log) {
        if (process.end().isPresent()
                && entry.end().isPresent()
                && !process.end().equals(entry.end())) {
            disagreements.add("process " + process.pid() + " (" + label(process) + ") ended with "
                    + entry.end().get() + " by " + log.method().words() + ", with "
                    + process.end().get() + " by sampling");
        }
    }

    /** Both ends are exact, so their order is known. */
    private static List<SeenProcess> withOrphans(List<SeenProcess> processes) {
        Map<Long, SeenProcess> latest = new HashMap<>();
        List<SeenProcess> judged = new ArrayList<>();
        for (SeenProcess process : processes) {
            Optional<Duration> parentEnd =
                    Optional.ofNullable(latest.get(process.parentPid())).flatMap(SeenProcess::ended);
            boolean orphan = process.parentPid() == 0
                    ? process.orphaned()
                    : parentEnd.isPresent()
                            && (process.ended().isEmpty()
                                    || process.ended().get().compareTo(parentEnd.get()) > 0);
            latest.put(process.pid(), process);
            judged.add(process.asOrphan(orphan));
        }
        return judged;
    }

    /**
     * By a log in which processes speak of themselves, by the pids that they see. They may say anything, so it only adds how
     * a process ended that was seen to have ended.
     */
    List<SeenProcess> byOwnRecords(List<SeenProcess> seen, ProcessLog log) {
        Map<Long, List<ProcessLog.Entry>> claims =
                log.entries().stream().collect(Collectors.groupingBy(ProcessLog.Entry::pid));
        Map<Long, Long> known = seen.stream().collect(Collectors.groupingBy(LogMerge::innerPid, Collectors.counting()));
        List<SeenProcess> merged = new ArrayList<>();
        for (SeenProcess process : seen) {
            long pid = innerPid(process);
            // of two that had the same pid, nobody knows which one is meant
            merged.add(known.get(pid) == 1 ? withClaim(process, claims.getOrDefault(pid, List.of()), log) : process);
        }
        List<Long> unseen = claims.keySet().stream()
                .filter(pid -> !known.containsKey(pid))
                .sorted()
                .toList();
        if (!unseen.isEmpty()) {
            disagreements.add(log.method().words() + " tell of " + unseen.size()
                    + (unseen.size() == 1 ? " process" : " processes") + " that sampling did not see: "
                    + unseen.stream().limit(MOST_NAMED).map(String::valueOf).collect(Collectors.joining(", "))
                    + (unseen.size() > MOST_NAMED ? ", …" : ""));
        }
        return merged;
    }

    private static long innerPid(SeenProcess process) {
        return process.innerPid().orElse(process.pid());
    }

    private SeenProcess withClaim(SeenProcess process, List<ProcessLog.Entry> claims, ProcessLog log) {
        List<ProcessEnd> ends = claims.stream()
                .flatMap(claim -> claim.end().stream())
                .distinct()
                .toList();
        claims.stream().findFirst().ifPresent(claim -> compareEnds(process, claim, log));
        boolean adds =
                ends.size() == 1 && process.end().isEmpty() && process.ended().isPresent();
        return adds ? process.withEnd(Optional.of(ends.get(0))) : process;
    }
}
