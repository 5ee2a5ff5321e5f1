package procgrade.observe;

import java.util.ArrayList;
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

    /**
     * Adds how the program's first process ended, which its parent knows in any case.
     *
     * @param known how
     * @return a census in which the master has an end
     */
    public Census withEndOfMaster(ProcessEnd known) {
        List<ProcessRecord> all = processes.stream()
                .map(process -> process.part() == ProcessRecord.Part.MASTER
                        ? process.withEnd(process.end().orElse(known))
                        : process)
                .toList();
        List<String> contradictions = new ArrayList<>(disagreements);
        master().flatMap(ProcessRecord::end)
                .filter(end -> !end.equals(known))
                .ifPresent(end -> contradictions.add(
                        "the program ended with " + known + " by its parent, with " + end + " by " + methods.get(0)));
        return new Census(all, methods, contradictions, exact, complete);
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
