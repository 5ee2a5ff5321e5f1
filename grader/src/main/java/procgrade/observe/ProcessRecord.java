package procgrade.observe;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What was recorded about one process of a run, from its beginning to its end.
 *
 * @param pid as seen by the grader
 * @param parentPid pid of the parent it was born of, as seen by the grader; 0 if that is no process of the program, or if
 *     nobody saw it
 * @param part what it is in the program
 * @param number of a worker, from 1 in the order of their starts; 0 for all others
 * @param role what its command line looks like
 * @param commandLine program and arguments in printable form, possibly empty
 * @param started since the run began
 * @param ended when it was first seen to have ended, since the run began; empty if it was alive at the end of the run
 * @param end how it ended; empty if it was alive, or if nobody could observe it
 * @param cpu processor time of all its threads; what it used after it was looked at last is missing
 * @param peakRssBytes the most memory it had resident
 * @param orphaned whether its parent ended before it
 * @param sampled whether it was seen by sampling; false if only another method knows of it, so that {@code cpu} and
 *     {@code peakRssBytes} are 0
 */
public record ProcessRecord(
        long pid,
        long parentPid,
        Part part,
        int number,
        ProcessRole role,
        List<String> commandLine,
        Duration started,
        Optional<Duration> ended,
        Optional<ProcessEnd> end,
        Duration cpu,
        long peakRssBytes,
        boolean orphaned,
        boolean sampled) {

    /** The parts that processes play in a program. */
    public enum Part {
        /** The process that the grader started. */
        MASTER,
        /** A process that the program started to work for it. */
        WORKER,
        /** Started by a library, a virtual machine or the sandbox for itself. */
        HELPER,
        /** Any other program that the submission started. */
        OTHER
    }

    /** Copies the list. */
    public ProcessRecord {
        commandLine = List.copyOf(commandLine);
    }

    /** {@return whether it is of the program itself, and neither a helper nor another program} */
    public boolean isMasterOrWorker() {
        return part == Part.MASTER || part == Part.WORKER;
    }

    ProcessRecord withEnd(ProcessEnd known) {
        return new ProcessRecord(
                pid,
                parentPid,
                part,
                number,
                role,
                commandLine,
                started,
                ended,
                Optional.of(known),
                cpu,
                peakRssBytes,
                orphaned,
                sampled);
    }

    /** {@return its name for a reader: {@code master}, {@code worker 2}, or what its command line says} */
    public String title() {
        return switch (part) {
            case MASTER -> "master";
            case WORKER -> "worker " + number;
            case HELPER, OTHER -> role.label();
        };
    }
}
