package procgrade.cli;

/**
 * What came of running a tool.
 *
 * @param outcome how it ended
 * @param exitCode of the tool, -1 unless it exited
 * @param firstLine the first line of its output that is not blank, possibly empty; the reason if it did not start
 */
record ToolRun(Outcome outcome, int exitCode, String firstLine) {
    enum Outcome {
        EXITED,
        NOT_STARTED,
        TIMED_OUT
    }

    boolean succeeded() {
        return outcome == Outcome.EXITED && exitCode == 0;
    }

    /** What to tell about a run that did not succeed. */
    String complaint() {
        return switch (outcome) {
            case EXITED -> "exit code " + exitCode + (firstLine.isEmpty() ? "" : ": " + firstLine);
            case NOT_STARTED -> "not found";
            case TIMED_OUT -> "no answer within some seconds";
        };
    }
}
