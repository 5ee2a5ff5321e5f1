package procgrade.observe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts together what sampling and a log tell of the same processes, and notes where they contradict each other. */
final class LogMerge {
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

    /** By a log in which processes speak of themselves, by the pids that they see: it adds ends, and processes missed. */
    List<SeenProcess> byOwnRecords(List<SeenProcess> seen, ProcessLog log) {
        List<SeenProcess> merged = new ArrayList<>(seen);
        Map<Long, Long> outerPids = new HashMap<>();
        seen.forEach(process -> outerPids.put(innerPid(process), process.pid()));
        for (ProcessLog.Entry entry : log.entries()) {
            Optional<SeenProcess> match = merged.stream()
                    .filter(process -> innerPid(process) == entry.pid())
                    .min(Comparator.comparing(
                            process -> process.started().minus(entry.started()).abs()));
            if (match.isPresent()) {
                compareEnds(match.get(), entry, log);
                merged.replaceAll(process -> process.equals(match.get())
                        ? process.withEnd(entry.end().or(process::end))
                        : process);
            } else {
                long parent = outerPids.getOrDefault(entry.parentPid(), 0L);
                disagreements.add(
                        log.method().words() + " tell of process " + entry.pid() + ", which sampling did not see");
                merged.add(SeenProcess.unsampled(entry.pid(), parent, entry));
            }
        }
        return merged;
    }

    private static long innerPid(SeenProcess process) {
        return process.innerPid().orElse(process.pid());
    }
}
