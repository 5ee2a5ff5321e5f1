package procgrade.assignment;

import java.util.List;

/** An assignment folder with mistakes; its author can put them right. */
public final class AssignmentFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    /**
     * A fault.
     *
     * @param problems what is wrong, a line each: {@code path:line: what, and the way out}; at least one
     */
    public AssignmentFault(List<String> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    private static String message(List<String> problems) {
        return problems.get(0) + (problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more)");
    }

    /** {@return all that is wrong, a line each} */
    public List<String> problems() {
        return problems;
    }
}
