package procgrade.rubric;

import java.util.Arrays;
import java.util.List;
import procgrade.judge.ExpectedLine;
import procgrade.judge.OutputExpectation;

/** The words for what a program should print; import them statically. */
public final class Expectations {
    private Expectations() {}

    /**
     * Arguments of a program.
     *
     * @param values numbers and texts; each becomes one argument
     * @return them as texts
     */
    public static List<String> args(Object... values) {
        return Arrays.stream(values).map(String::valueOf).toList();
    }

    /**
     * One line that ends with a number.
     *
     * @param prefix all that is in front of the number, blanks included
     * @param value the number
     * @param tolerance how far away from it is near enough, 0 or more
     * @return the expectation
     */
    public static OutputExpectation number(String prefix, double value, double tolerance) {
        return OutputExpectation.inOrder(List.of(new ExpectedLine.Numeric(prefix, value, tolerance)));
    }

    /**
     * Exactly these lines in this order.
     *
     * @param lines any number of them
     * @return the expectation
     */
    public static OutputExpectation lines(String... lines) {
        return lines(List.of(lines));
    }

    /**
     * Exactly these lines in this order.
     *
     * @param lines any number of them
     * @return the expectation
     */
    public static OutputExpectation lines(List<String> lines) {
        return OutputExpectation.inOrder(texts(lines));
    }

    /**
     * Exactly these lines, each as often as given, in any order.
     *
     * @param lines any number of them
     * @return the expectation
     */
    public static OutputExpectation linesInAnyOrder(List<String> lines) {
        return OutputExpectation.inAnyOrder(texts(lines));
    }

    /**
     * The lines of several writers: those of each writer in their order, mixed in any way.
     *
     * @param writers the lines of each
     * @return the expectation
     */
    public static OutputExpectation interleaved(List<List<String>> writers) {
        return OutputExpectation.interleaved(
                writers.stream().map(Expectations::texts).toList());
    }

    private static List<ExpectedLine> texts(List<String> lines) {
        return lines.stream().<ExpectedLine>map(ExpectedLine.Text::new).toList();
    }
}
