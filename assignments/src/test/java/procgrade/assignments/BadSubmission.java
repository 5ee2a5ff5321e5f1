package procgrade.assignments;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import procgrade.judge.Verdict;

/**
 * A planted submission: wrong on purpose, and it says how in the comment that it begins with.
 *
 * @param file its only source file
 * @param prose what it does wrong
 * @param expectations what becomes of the checks that do not hold
 */
record BadSubmission(Path file, String prose, List<Expectation> expectations) {
    private static final Pattern COMMENT = Pattern.compile("(?://|#) (.*)");
    private static final Pattern EXPECTATION = Pattern.compile("(expect|allow): (\\w+) ([A-Z_]+)");

    /** What is expected to become of a check, or may. */
    record Expectation(String check, Verdict verdict, boolean certain) {
        /** Whether the check is one that this submission itself does not pass. */
        boolean isFailure() {
            return certain && verdict != Verdict.PASSED && verdict != Verdict.SKIPPED;
        }
    }

    static BadSubmission read(Path file) {
        var prose = new ArrayList<String>();
        var expectations = new ArrayList<Expectation>();
        for (String line : Assignment.read(file).lines().toList()) {
            Matcher comment = COMMENT.matcher(line);
            if (!comment.matches()) {
                break;
            }
            Matcher expectation = EXPECTATION.matcher(comment.group(1));
            if (expectation.matches()) {
                expectations.add(new Expectation(
                        expectation.group(2),
                        Verdict.valueOf(expectation.group(3)),
                        expectation.group(1).equals("expect")));
            } else {
                prose.add(comment.group(1));
            }
        }
        return new BadSubmission(file, String.join(" ", prose), expectations);
    }

    boolean isJava() {
        return file.toString().endsWith(".java");
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
