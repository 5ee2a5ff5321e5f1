package procgrade.cli;

/** How procgrade tells its caller what happened. The numbers are a promise to scripts. */
public enum ExitCode {
    /** Everything passed, or the command did what it was asked for. */
    PASSED(0),
    /** Something was graded and failed. */
    FAILED(1),
    /** The command line is wrong. */
    USAGE(2),
    /** A fault of procgrade itself; never costs points. */
    GRADER_FAULT(3),
    /** This machine lacks something that grading needs. */
    ENVIRONMENT_UNFIT(4),
    /** There was nothing to grade. */
    NOTHING_TO_GRADE(5),
    /** Ended by Ctrl-C. */
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** {@return the exit code of the process} */
    public int number() {
        return number;
    }

    static ExitCode ofNumber(int number) {
        for (ExitCode code : values()) {
            if (code.number == number) {
                return code;
            }
        }
        return GRADER_FAULT;
    }
}
