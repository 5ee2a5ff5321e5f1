package procgrade.observe;

import java.util.List;
import java.util.Optional;

/**
 * All processes of a run.
 *
 * @param processes by their start, the master first
 * @param methods how they were counted, in words for a reader, the one that decides first; at least one
 * @param disagreements what one method saw and another did not, a sentence each; empty if they agree
 * @param exact whether no process can have been missed, however short it lived
 * @param complete false if a limit was reached and there may be more
 */
public record Census(
        List<ProcessRecord> processes,
        List<String> methods,
        List<String> disagreements,
        boolean exact,
        boolean complete) {
    /** Copies the lists. */
    public Census {
        processes = List.copyOf(processes);
        methods = List.copyOf(methods);
        disagreements = List.copyOf(disagreements);
    }

    /** {@return the process that the grader started, empty if it could not be started} */
    public Optional<ProcessRecord> master() {
        return processes.stream()
                .filter(process -> process.part() == ProcessRecord.Part.MASTER)
                .findFirst();
    }

    /** {@return the workers by number} */
    public List<ProcessRecord> workers() {
        return processes.stream()
                .filter(process -> process.part() == ProcessRecord.Part.WORKER)
                .toList();
    }
}
