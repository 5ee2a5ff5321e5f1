package procgrade.rubric;

import java.util.Optional;

/** A rubric makes no sense, and it is not the submission's fault. */
public final class RubricFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String method;

    /**
     * A fault that is no single check's.
     *
     * @param message what is wrong, with the class, and the way out, in one line
     */
    public RubricFault(String message) {
        this(message, null);
    }

    private RubricFault(String message, String method) {
        super(message);
        this.method = method;
    }

    /**
     * A fault of a check.
     *
     * @param rubric the class
     * @param check its method
     * @param what is wrong with it, and the way out, in one line
     * @return the fault, which begins with both
     */
    static RubricFault of(Class<?> rubric, String check, String what) {
        return new RubricFault(rubric.getName() + "." + check + ": " + what, check);
    }

    /** {@return the method that it is about; empty if it is about the whole class} */
    public Optional<String> method() {
        return Optional.ofNullable(method);
    }
}
