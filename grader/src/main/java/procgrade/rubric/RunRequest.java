package procgrade.rubric;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A run that a rubric wants.
 *
 * @param arguments of the program, as text
 * @param target which program
 * @param limit time it may take; empty for the assignment's own limit
 * @param input what its standard input has, possibly empty
 * @param pipeBytes capacity of each pipe that its queues are made of; empty for the system's
 * @param timed whether its time matters, so that observing must be sparse
 * @param undisturbed whether nothing else that procgrade runs may go on at the same time
 * @param holdUps seed of the schedule by which single processes are stopped for moments; empty if none is
 */
public record RunRequest(
        List<String> arguments,
        Target target,
        Optional<Duration> limit,
        String input,
        OptionalInt pipeBytes,
        boolean timed,
        boolean undisturbed,
        OptionalLong holdUps) {
    /** The programs that can be run. */
    public enum Target {
        /** What the student handed in. */
        SUBMISSION,
        /** The assignment's sequential program, in the submission's language. */
        SEQUENTIAL,
        /** The assignment's reference solution, in the submission's language. */
        REFERENCE
    }

    /** Copies the list. */
    public RunRequest {
        arguments = List.copyOf(arguments);
    }

    /** {@return whether the run is made harder than usual, by small pipes or by holding processes up} */
    public boolean isHard() {
        return pipeBytes.isPresent() || holdUps.isPresent();
    }

    /** {@return the same run as it usually is} */
    public RunRequest asUsual() {
        return new RunRequest(
                arguments, target, limit, input, OptionalInt.empty(), timed, undisturbed, OptionalLong.empty());
    }

    /** {@return the same run, as it usually is, of the reference solution} */
    public RunRequest ofReference() {
        return new RunRequest(
                arguments,
                Target.REFERENCE,
                limit,
                input,
                OptionalInt.empty(),
                timed,
                undisturbed,
                OptionalLong.empty());
    }

    /** {@return the same run with nothing beside it} */
    public RunRequest alone() {
        return new RunRequest(arguments, target, limit, input, pipeBytes, timed, true, holdUps);
    }

    /**
     * A run whose time matters, with the assignment's limit, no input, and the system's pipes.
     *
     * @param arguments of the program
     * @param target which program
     * @return the request
     */
    public static RunRequest timed(List<String> arguments, Target target) {
        return new RunRequest(
                arguments, target, Optional.empty(), "", OptionalInt.empty(), true, true, OptionalLong.empty());
    }
}
