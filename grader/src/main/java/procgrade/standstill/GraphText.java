package procgrade.standstill;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Draws a graph with characters. Each node is a few lines of text; at the left of them each node that somebody waits for
 * has a column, in which a line leads from those who wait to an arrow at its first line. Short lines are next to the text.
 */
final class GraphText {
    /** Of a whole line, so that it fits a screen of 80 columns with what a report puts in front. */
    private static final int WIDTH = 68;

    private final WaitGraph graph;
    private final List<String> text = new ArrayList<>();
    private final int[] firstLine;
    private final int[] lastLine;

    GraphText(WaitGraph graph) {
        this.graph = graph;
        this.firstLine = new int[graph.nodes().size()];
        this.lastLine = new int[graph.nodes().size()];
        long columns = graph.edges().stream().map(WaitGraph.Edge::to).distinct().count();
        int width = WIDTH - 2 * (int) columns - 3;
        for (int i = 0; i < graph.nodes().size(); i++) {
            firstLine[i] = text.size();
            text.addAll(words(graph.nodes().get(i), graph.namesOfTargets(i), width));
            lastLine[i] = text.size() - 1;
        }
    }

    /** What a node says; one that waits has at least two lines, since an arrow ends at the first and begins at the last. */
    private static List<String> words(WaitGraph.Node node, String targets, int width) {
        List<String> lines = wrapped((node.title() + "  " + node.doing()).strip(), width);
        if (!node.doing().isEmpty()) {
            String place = node.place().isEmpty() ? "  (in no line of the program)" : "  at " + node.place();
            String arrow = targets.isEmpty() ? "" : "  -> " + targets;
            if (place.length() + arrow.length() <= width) {
                lines.add(place + arrow);
            } else {
                lines.add(place);
                lines.addAll(wrapped(arrow, width));
            }
        }
        return lines;
    }

    private static List<String> wrapped(String line, int width) {
        List<String> lines = new ArrayList<>();
        String rest = line;
        while (rest.length() > width) {
            int end = end(rest, width);
            lines.add(rest.substring(0, end));
            rest = "  " + rest.substring(end).strip();
        }
        lines.add(rest);
        return lines;
    }

    /** Where to break a line: at a blank that is not in the middle of a number. */
    static int end(String line, int width) {
        int blank = line.lastIndexOf(' ', width);
        while (blank > 2 && Character.isDigit(line.charAt(blank - 1)) && Character.isDigit(line.charAt(blank + 1))) {
            blank = line.lastIndexOf(' ', blank - 1);
        }
        return blank > 2 ? blank : width;
    }

    List<String> lines() {
        List<Integer> targets = new ArrayList<>();
        for (int node = 0; node < graph.nodes().size(); node++) {
            if (!graph.to(node).isEmpty()) {
                targets.add(node);
            }
        }
        targets.sort(Comparator.comparingInt(this::span).thenComparingInt(node -> node));
        int width = 2 * targets.size() + 2;
        char[][] canvas = new char[text.size()][width];
        for (char[] row : canvas) {
            Arrays.fill(row, ' ');
        }
        // lines up and down first, so that those from left to right are seen to pass under them
        for (int i = 0; i < targets.size(); i++) {
            upright(canvas, targets.get(i), column(i, targets.size()));
        }
        for (int i = 0; i < targets.size(); i++) {
            level(canvas, targets.get(i), column(i, targets.size()));
        }
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < text.size(); row++) {
            lines.add((new String(canvas[row]) + " " + text.get(row)).stripTrailing());
        }
        return lines;
    }

    private static int column(int rank, int count) {
        return 2 * (count - 1 - rank);
    }

    private List<Integer> rows(int target) {
        List<Integer> rows = new ArrayList<>(List.of(firstLine[target]));
        graph.to(target).forEach(edge -> rows.add(lastLine[edge.from()]));
        rows.sort(Comparator.naturalOrder());
        return rows;
    }

    private int span(int target) {
        List<Integer> rows = rows(target);
        return rows.get(rows.size() - 1) - rows.get(0);
    }

    private void upright(char[][] canvas, int target, int column) {
        List<Integer> rows = rows(target);
        int top = rows.get(0);
        int bottom = rows.get(rows.size() - 1);
        for (int row = top; row <= bottom; row++) {
            canvas[row][column] = row == top ? '.' : row == bottom ? '\'' : rows.contains(row) ? '+' : '|';
        }
    }

    private void level(char[][] canvas, int target, int column) {
        for (int row : rows(target)) {
            int end = canvas[row].length;
            for (int x = column + 1; x < end; x++) {
                if (canvas[row][x] == ' ') {
                    canvas[row][x] = '-';
                }
            }
            if (row == firstLine[target]) {
                canvas[row][end - 1] = '>';
            }
        }
    }
}
