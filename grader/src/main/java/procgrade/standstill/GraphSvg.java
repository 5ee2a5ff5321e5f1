package procgrade.standstill;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Draws a graph as SVG: boxes one below the other, and at their left a lane for each box that somebody waits for. What is
 * part of a circle has thick lines, the rest thin dashed ones, so that no colour is needed to tell them apart.
 */
final class GraphSvg {
    private static final int LANE = 22;
    private static final int MARGIN = 14;
    private static final int PADDING = 10;
    private static final int LINE = 19;
    private static final int GAP = 18;
    private static final int CHARACTER = 8;
    private static final int SMALL_CHARACTER = 6;
    private static final int MOST_CHARACTERS = 64;
    private static final int SMALLEST_BOX = 300;
    private static final int ARROW = 9;
    private static final int ROUND = 8;

    private final WaitGraph graph;
    private final String id;
    private final String caption;
    private final List<List<String>> texts = new ArrayList<>();
    private final List<Integer> targets = new ArrayList<>();
    private final StringBuilder out = new StringBuilder();

    GraphSvg(WaitGraph graph, String id, String caption) {
        this.graph = graph;
        this.id = id;
        this.caption = caption;
        for (int node = 0; node < graph.nodes().size(); node++) {
            texts.add(text(graph.nodes().get(node)));
            if (!graph.to(node).isEmpty()) {
                targets.add(node);
            }
        }
        targets.sort(Comparator.comparingInt(this::span).thenComparingInt(node -> node));
    }

    /** How many boxes the lines to a box pass: short ones are next to the boxes. */
    private int span(int target) {
        return graph.to(target).stream()
                .mapToInt(edge -> Math.abs(edge.from() - target))
                .max()
                .orElse(0);
    }

    private static List<String> text(WaitGraph.Node node) {
        List<String> lines = new ArrayList<>(List.of(node.title()));
        String rest = node.doing();
        while (rest.length() > MOST_CHARACTERS) {
            int end = GraphText.end(rest, MOST_CHARACTERS);
            lines.add(rest.substring(0, end));
            rest = rest.substring(end).strip();
        }
        if (!rest.isEmpty()) {
            lines.add(rest);
        }
        if (!node.place().isEmpty()) {
            lines.add(node.place());
        }
        return lines;
    }

    String element() {
        int longest = texts.stream()
                .flatMap(List::stream)
                .mapToInt(String::length)
                .max()
                .orElse(0);
        int box = Math.max(SMALLEST_BOX, longest * CHARACTER + 2 * PADDING);
        int width = Math.max(left() + box, MARGIN + legend().length() * SMALL_CHARACTER) + MARGIN;
        int height = top(texts.size()) + 2 * LINE;
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"%s\" role=\"img\" aria-labelledby=\"%s-title %s-desc\"",
                id, id, id);
        add(
                " viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" font-size=\"14\">\n",
                width, height, width, height);
        add("<title id=\"%s-title\">%s</title>\n", id, escaped(caption));
        add("<desc id=\"%s-desc\">%s</desc>\n", id, escaped(description()));
        add("<rect width=\"100%%\" height=\"100%%\" style=\"fill:var(--paper,#fff)\"/>\n");
        for (int i = 0; i < targets.size(); i++) {
            arrows(targets.get(i), MARGIN + (targets.size() - 1 - i) * LANE);
        }
        for (int node = 0; node < texts.size(); node++) {
            box(node, box);
        }
        legend(top(texts.size()) + LINE / 2);
        return out.append("</svg>\n").toString();
    }

    /** All of the picture in words, for those who do not see it. */
    private String description() {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < graph.nodes().size(); i++) {
            WaitGraph.Node node = graph.nodes().get(i);
            if (node.doing().isEmpty()) {
                continue;
            }
            List<String> names = graph.from(i).stream()
                    .map(edge -> graph.nodes().get(edge.to()).title())
                    .toList();
            words.append(node.title())
                    .append(' ')
                    .append(node.doing())
                    .append(node.place().isEmpty() ? "" : " at " + node.place())
                    .append(", and so depends on: ")
                    .append(Titles.list(names))
                    .append(". ");
        }
        return words.toString().strip();
    }

    private int left() {
        return MARGIN + targets.size() * LANE + ARROW;
    }

    private int height(int node) {
        return texts.get(node).size() * LINE + PADDING;
    }

    private int top(int node) {
        int top = MARGIN;
        for (int i = 0; i < node; i++) {
            top += height(i) + GAP;
        }
        return top;
    }

    /** Where arrows arrive; they leave at the lower end of a box. */
    private int arrival(int node) {
        return top(node) + PADDING + 2;
    }

    private int departure(int node) {
        return top(node) + height(node) - PADDING;
    }

    private void arrows(int target, int lane) {
        for (WaitGraph.Edge edge : graph.to(target)) {
            int from = departure(edge.from());
            int to = arrival(target);
            int bend = from > to ? -ROUND : ROUND;
            String style = edge.inCircle()
                    ? "stroke:var(--stuck,#a11);stroke-width:2.5"
                    : "stroke:var(--ink,#333);stroke-width:1.5;stroke-dasharray:5 4";
            add(
                    "<path d=\"M%d %dH%dq%d 0 %d %dV%dq0 %d %d %dH%d\" style=\"fill:none;%s\"/>\n",
                    left(),
                    from,
                    lane + ROUND,
                    -ROUND,
                    -ROUND,
                    bend,
                    to - bend,
                    bend,
                    ROUND,
                    bend,
                    left() - ARROW,
                    style);
        }
        int y = arrival(target);
        boolean circle = graph.to(target).stream().anyMatch(WaitGraph.Edge::inCircle);
        add(
                "<path d=\"M%d %dl%d 5v-10z\" style=\"fill:var(%s)\"/>\n",
                left(), y, -ARROW, circle ? "--stuck,#a11" : "--ink,#333");
    }

    private void box(int node, int width) {
        boolean circle = graph.from(node).stream().anyMatch(WaitGraph.Edge::inCircle);
        boolean waits = !graph.from(node).isEmpty();
        String line = circle
                ? "stroke:var(--stuck,#a11);stroke-width:2.5"
                : "stroke:var(--ink,#333);stroke-width:1.2" + (waits ? "" : ";stroke-dasharray:2 3");
        add(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"5\" style=\"fill:none;%s\"/>\n",
                left(), top(node), width, height(node), line);
        List<String> lines = texts.get(node);
        boolean placed = !graph.nodes().get(node).place().isEmpty();
        for (int i = 0; i < lines.size(); i++) {
            String kind = i == 0
                    ? " font-weight=\"bold\""
                    : placed && i == lines.size() - 1 ? " font-family=\"monospace\" font-size=\"13\"" : "";
            add(
                    "<text x=\"%d\" y=\"%d\" style=\"fill:var(--ink,#222)\"%s>%s</text>\n",
                    left() + PADDING, top(node) + (i + 1) * LINE, kind, escaped(lines.get(i)));
        }
    }

    private String legend() {
        boolean circle = graph.edges().stream().anyMatch(WaitGraph.Edge::inCircle);
        boolean chain = graph.edges().stream().anyMatch(edge -> !edge.inCircle());
        return "An arrow leads to whom one waits for."
                + (circle ? " Thick: they wait for each other in a circle." : "")
                + (circle && chain ? " Dashed: they wait for those." : "");
    }

    private void legend(int y) {
        add(
                "<text x=\"%d\" y=\"%d\" font-size=\"12\" style=\"fill:var(--ink,#222)\">%s</text>\n",
                MARGIN, y + LINE / 2, escaped(legend()));
    }

    private void add(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values));
    }

    /** Text of the program can have any character; those that XML does not allow become question marks. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    boolean allowed = character >= ' '
                            && (character < 0x7f || character > 0x9f)
                            && (character < 0xd800 || character > 0xdfff)
                            && Character.getType(character) != Character.FORMAT
                            && character != 0xfffe
                            && character != 0xffff;
                    escaped.appendCodePoint(allowed ? character : '?');
                }
            }
        });
        return escaped.toString();
    }
}
