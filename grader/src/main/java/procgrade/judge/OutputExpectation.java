package procgrade.judge;

import java.util.ArrayList;
import java.util.List;

/**
 * All that a program should print, as blocks that follow each other. A block has one or more writers; the lines of each
 * writer come in their order, and those of different writers are mixed in any way. Immutable.
 */
public final class OutputExpectation {
    private final List<Block> blocks;

    private OutputExpectation(List<Block> blocks) {
        this.blocks = List.copyOf(blocks);
    }

    /** Lines that come together, by their writers. */
    record Block(List<List<ExpectedLine>> writers) {
        Block {
            writers = writers.stream().map(List::copyOf).toList();
        }

        int size() {
            return writers.stream().mapToInt(List::size).sum();
        }
    }

    /**
     * Lines in a fixed order.
     *
     * @param lines any number of them
     * @return the expectation
     */
    public static OutputExpectation inOrder(List<ExpectedLine> lines) {
        return interleaved(List.of(lines));
    }

    /**
     * Lines in any order.
     *
     * @param lines each as often as it should come
     * @return the expectation
     */
    public static OutputExpectation inAnyOrder(List<ExpectedLine> lines) {
        return interleaved(lines.stream().map(List::of).toList());
    }

    /**
     * The lines of several writers.
     *
     * @param writers the lines of each in their order
     * @return the expectation
     */
    public static OutputExpectation interleaved(List<List<ExpectedLine>> writers) {
        return new OutputExpectation(List.of(new Block(writers)));
    }

    /**
     * This, and then something else.
     *
     * @param next what comes after all lines of this
     * @return the expectation
     */
    public OutputExpectation then(OutputExpectation next) {
        List<Block> all = new ArrayList<>(blocks);
        all.addAll(next.blocks);
        return new OutputExpectation(all);
    }

    List<Block> blocks() {
        return blocks;
    }

    /**
     * Compares.
     *
     * @param output all of standard output
     * @return PASSED, or WRONG_OUTPUT and the first difference
     */
    public Finding judge(String output) {
        return new OutputJudge(this, lines(output)).judge();
    }

    /**
     * Cuts an output into lines. A carriage return before the end of a line is ignored, and so is a missing end of the
     * last line.
     *
     * @param output all of it
     * @return its lines, without their ends
     */
    public static List<String> lines(String output) {
        if (output.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        for (String line :
                (output.endsWith("\n") ? output.substring(0, output.length() - 1) : output).split("\n", -1)) {
            lines.add(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
        }
        return lines;
    }

    /**
     * Shows an output in one line.
     *
     * @param output all of it
     * @return it in quotes, cut if it is long; {@code nothing} if there is none
     */
    public static String shown(String output) {
        return output.isEmpty() ? "nothing" : Quoted.of(output);
    }
}
