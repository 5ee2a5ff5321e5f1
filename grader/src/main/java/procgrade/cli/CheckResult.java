package procgrade.cli;

/**
 * What the doctor found out about one thing.
 *
 * @param name of the thing, a word or two
 * @param level how good it is
 * @param detail what was found
 * @param remedy what to do; empty if all is well
 */
record CheckResult(String name, Level level, String detail, String remedy) {
    enum Level {
        /** As it should be. */
        PASS,
        /** Grading works, but not everything of it. */
        CAUTION,
        /** Grading does not work. */
        FAIL
    }

    static CheckResult pass(String name, String detail) {
        return new CheckResult(name, Level.PASS, detail, "");
    }

    static CheckResult caution(String name, String detail, String remedy) {
        return new CheckResult(name, Level.CAUTION, detail, remedy);
    }

    static CheckResult fail(String name, String detail, String remedy) {
        return new CheckResult(name, Level.FAIL, detail, remedy);
    }
}
