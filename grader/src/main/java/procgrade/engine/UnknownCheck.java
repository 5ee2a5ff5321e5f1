package procgrade.engine;

import java.util.List;

/** Somebody asked for a check that the rubric does not have. */
public final class UnknownCheck extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String name;
    private final transient List<String> checks;

    /**
     * A fault of whoever asked.
     *
     * @param name as asked for
     * @param checks ids of the checks there are
     */
    public UnknownCheck(String name, List<String> checks) {
        super("unknown check '" + name + "'");
        this.name = name;
        this.checks = List.copyOf(checks);
    }

    /** {@return what was asked for} */
    public String name() {
        return name;
    }

    /** {@return ids of the checks there are, in their order} */
    public List<String> checks() {
        return checks;
    }
}
