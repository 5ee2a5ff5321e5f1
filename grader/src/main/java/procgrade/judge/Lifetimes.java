package procgrade.judge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import procgrade.observe.ProcessRecord;

/** When processes were alive, compared with each other. */
final class Lifetimes {
    /**
     * An end is noticed at the next look only, so two lives that seem to overlap by less than this may not have. It is
     * two of the longest usual periods of looking.
     */
    static final Duration UNCERTAIN = Duration.ofMillis(25);

    /** A life of less than so many times the uncertainty tells nothing about overlaps. */
    private static final int SHORT_LIVES = 10;

    private static final Duration NEVER = Duration.ofDays(365);

    private Lifetimes() {}

    /**
     * Two processes that were alive at the same time.
     *
     * @param first who started first
     * @param second who started before the first one had ended
     */
    record Pair(ProcessRecord first, ProcessRecord second) {}

    static Optional<Pair> overlapping(List<ProcessRecord> processes) {
        List<ProcessRecord> byStart = new ArrayList<>(processes);
        byStart.sort(Comparator.comparing(ProcessRecord::started));
        for (int i = 1; i < byStart.size(); i++) {
            for (ProcessRecord earlier : byStart.subList(0, i)) {
                Duration start = byStart.get(i).started();
                if (end(earlier).minus(start).compareTo(UNCERTAIN) > 0) {
                    return Optional.of(new Pair(earlier, byStart.get(i)));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The most processes that were alive at one moment; it is the moment when some process starts.
     *
     * @param slack by how much a process must have outlived that moment to count, because its end is noticed late
     */
    static int mostAtOnce(List<ProcessRecord> processes, Duration slack) {
        int most = 0;
        for (ProcessRecord newest : processes) {
            long earlier = processes.stream()
                    .filter(process -> process.pid() != newest.pid()
                            && process.started().compareTo(newest.started()) <= 0
                            && end(process).minus(newest.started()).compareTo(slack) > 0)
                    .count();
            most = Math.max(most, 1 + (int) earlier);
        }
        return most;
    }

    /** Whether some process lived for so short a time that its overlap with others cannot be told. */
    static boolean areShort(List<ProcessRecord> processes) {
        return processes.stream()
                .anyMatch(process ->
                        end(process).minus(process.started()).compareTo(UNCERTAIN.multipliedBy(SHORT_LIVES)) < 0);
    }

    private static Duration end(ProcessRecord process) {
        return process.ended().orElse(NEVER);
    }
}
