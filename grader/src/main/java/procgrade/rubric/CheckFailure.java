package procgrade.rubric;

import procgrade.judge.Finding;

/** A check does not hold, or this machine cannot tell; thrown by the verbs of a rubric. */
public final class CheckFailure extends AssertionError {
    private static final long serialVersionUID = 1;

    private final transient Finding finding;

    /**
     * A failure.
     *
     * @param finding what was concluded, not {@link procgrade.judge.Verdict#PASSED}
     */
    public CheckFailure(Finding finding) {
        super(text(finding));
        this.finding = finding;
    }

    /** {@return what was concluded; null only after the failure has been serialized} */
    public Finding finding() {
        return finding;
    }

    /** For those who run a rubric in an IDE, where this text is all there is. */
    private static String text(Finding finding) {
        StringBuilder text = new StringBuilder(finding.verdict() + ": " + finding.rationale());
        addLine(text, "run", finding.command());
        addLine(text, "expected", finding.expected());
        addLine(text, "actual", finding.actual());
        finding.details().forEach(detail -> text.append("\n  ").append(detail));
        addLine(text, "help", finding.help());
        return text.toString();
    }

    private static void addLine(StringBuilder text, String label, String value) {
        if (!value.isEmpty()) {
            text.append("\n  ").append(label).append(": ").append(value);
        }
    }
}
