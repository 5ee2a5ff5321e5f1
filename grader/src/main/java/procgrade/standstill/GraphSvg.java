package procgrade.standstill;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import procgrade.text.Markup;

/**
 * Draws a graph as SVG: boxes one below the other. An arrow to the next box or the one before is straight; one that leads
 * further up goes round at the left, further down at the right, in a lane for each box that it leads to. What is part of a
 * circle has thick lines, the rest thin dashed ones, so that no colour is needed to tell them apart, and lines that cross
 * are seen to pass under each other.
 */
final class GraphSvg {
    private static final int LANE = 20;
    private static final int MARGIN = 14;
    private static final int PADDING = 10;
    private static final int LINE = 19;
    private static final int GAP = 18;
    private static final int GAP_WITH_ARROW = 34;
    private static final int CHARACTER = 8;
    private static final int MOST_CHARACTERS = 64;
    private static final int SMALLEST_BOX = 300;
    private static final int ARROW = 9;
    private static final int ROUND = 8;
    private static final int SAMPLE = 40;
    private static final int DOWN = 44;
    private static final int UP = 88;

    private final WaitGraph graph;
    private final String id;
    private final String caption;
    private final List<List<String>> texts = new ArrayList<>();
    private final Lanes left;
    private final Lanes right;
    private final int box;
    private final StringBuilder out = new StringBuilder();

    GraphSvg(WaitGraph graph, String id, String caption) {
        this.graph = graph;
        this.id = id;
        this.caption = caption;
        for (int node = 0; node < graph.nodes().size(); node++) {
            texts.add(text(node));
        }
        this.left = Lanes.of(graph.edges().stream()
                .filter(edge -> !isDown(edge) && !isStraight(edge))
                .toList());
        this.right = Lanes.of(graph.edges().stream()
                .filter(edge -> isDown(edge) && !isStraight(edge))
                .toList());
        int longest = texts.stream()
                .flatMap(List::stream)
                .mapToInt(String::length)
                .max()
                .orElse(0);
        this.box = Math.max(SMALLEST_BOX, longest * CHARACTER + 2 * PADDING);
    }

    private static boolean isStraight(WaitGraph.Edge edge) {
        return Math.abs(edge.to() - edge.from()) == 1;
    }

    private List<String> text(int index) {
        WaitGraph.Node node = graph.nodes().get(index);
        List<String> lines = new ArrayList<>(List.of(node.title()));
        wrap(node.doing(), lines);
        if (!node.place().isEmpty()) {
            lines.add(node.place());
        }
        String names = graph.namesOfTargets(index);
        wrap(names.isEmpty() ? "" : "depends on " + names, lines);
        return lines;
    }

    private static void wrap(String text, List<String> lines) {
        String rest = text;
        while (rest.length() > MOST_CHARACTERS) {
            int end = GraphText.end(rest, MOST_CHARACTERS);
            lines.add(rest.substring(0, end));
            rest = rest.substring(end).strip();
        }
        if (!rest.isEmpty()) {
            lines.add(rest);
        }
    }

    String element() {
        List<WaitGraph.Edge> samples = samples();
        int width = x() + box + MARGIN + right.width();
        int bottom = top(texts.size()) - GAP + MARGIN;
        int height = bottom + samples.size() * LINE + MARGIN;
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"%s\" role=\"img\" aria-labelledby=\"%s-title %s-desc\"",
                id, id, id);
        add(
                " viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" font-size=\"14\">\n",
                width, height, width, height);
        add("<title id=\"%s-title\">%s</title>\n", id, Markup.escaped(caption));
        add("<desc id=\"%s-desc\">%s</desc>\n", id, Markup.escaped(description()));
        add("<rect width=\"100%%\" height=\"100%%\" style=\"fill:var(--paper,#fff)\"/>\n");
        // thick ones last, on top of the others
        for (int node = 0; node < texts.size(); node++) {
            arrows(node, false);
        }
        for (int node = 0; node < texts.size(); node++) {
            arrows(node, true);
        }
        for (int node = 0; node < texts.size(); node++) {
            box(node);
        }
        for (int i = 0; i < samples.size(); i++) {
            legend(samples.get(i), bottom + i * LINE + LINE / 2, samples.size() > 1);
        }
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

    /** Where boxes begin. */
    private int x() {
        return MARGIN + left.width();
    }

    private int height(int node) {
        return texts.get(node).size() * LINE + PADDING;
    }

    private int top(int node) {
        int top = MARGIN;
        for (int i = 0; i < node; i++) {
            top += height(i) + gapBelow(i);
        }
        return top;
    }

    private int gapBelow(int node) {
        boolean crossed =
                graph.edges().stream().anyMatch(edge -> isStraight(edge) && Math.min(edge.from(), edge.to()) == node);
        return crossed ? GAP_WITH_ARROW : GAP;
    }

    /** Those to one box lie upon each other, so what sets them off from others is drawn before all of them. */
    private void arrows(int target, boolean inCircle) {
        List<WaitGraph.Edge> edges = graph.to(target).stream()
                .filter(edge -> edge.inCircle() == inCircle)
                .toList();
        edges.forEach(edge -> setOff(path(edge)));
        for (WaitGraph.Edge edge : edges) {
            line(edge, path(edge));
            head(edge);
        }
    }

    private static boolean isDown(WaitGraph.Edge edge) {
        return edge.to() > edge.from();
    }

    private int bottom(int node) {
        return top(node) + height(node);
    }

    /** Where round arrows arrive. */
    private int arrival(int node) {
        return top(node) + PADDING + 2;
    }

    private int column(WaitGraph.Edge edge) {
        return x() + (isDown(edge) ? DOWN : UP);
    }

    private String path(WaitGraph.Edge edge) {
        if (isStraight(edge)) {
            return isDown(edge)
                    ? format("M%d %dV%d", column(edge), bottom(edge.from()), top(edge.to()) - ARROW)
                    : format("M%d %dV%d", column(edge), top(edge.from()), bottom(edge.to()) + ARROW);
        }
        int out = isDown(edge) ? 1 : -1;
        int side = isDown(edge) ? x() + box : x();
        int lane = side + out * (isDown(edge) ? right : left).distance(edge.to());
        int from = bottom(edge.from()) - PADDING;
        int to = arrival(edge.to());
        int bend = from > to ? -ROUND : ROUND;
        int turn = out * ROUND;
        return format("M%d %dH%dq%d 0 %d %d", side, from, lane - turn, turn, turn, bend)
                + format("V%dq0 %d %d %dH%d", to - bend, bend, -turn, bend, side + out * ARROW);
    }

    private void head(WaitGraph.Edge edge) {
        if (isStraight(edge)) {
            int tip = isDown(edge) ? top(edge.to()) : bottom(edge.to());
            int back = isDown(edge) ? -ARROW : ARROW;
            add("<path d=\"M%d %dl5 %dh-10z\" style=\"fill:%s\"/>\n", column(edge), tip, back, color(edge));
        } else {
            int tip = isDown(edge) ? x() + box : x();
            int back = isDown(edge) ? ARROW : -ARROW;
            add("<path d=\"M%d %dl%d 5v-10z\" style=\"fill:%s\"/>\n", tip, arrival(edge.to()), back, color(edge));
        }
    }

    private static String color(WaitGraph.Edge edge) {
        return edge.inCircle() ? "var(--stuck,#a11)" : "var(--ink,#333)";
    }

    /** Clears the way, so that a line that was drawn before is seen to pass under the next one. */
    private void setOff(String path) {
        add("<path d=\"%s\" style=\"fill:none;stroke:var(--paper,#fff);stroke-width:8\"/>\n", path);
    }

    private void line(WaitGraph.Edge edge, String path) {
        add(
                "<path d=\"%s\" style=\"fill:none;stroke:%s;%s\"/>\n",
                path, color(edge), edge.inCircle() ? "stroke-width:3" : "stroke-width:1.5;stroke-dasharray:5 4");
    }

    private void box(int node) {
        boolean circle = graph.from(node).stream().anyMatch(WaitGraph.Edge::inCircle);
        boolean waits = !graph.from(node).isEmpty();
        String line = circle
                ? "stroke:var(--stuck,#a11);stroke-width:2.5"
                : "stroke:var(--ink,#333);stroke-width:1.2" + (waits ? "" : ";stroke-dasharray:2 3");
        add(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"5\" style=\"fill:none;%s\"/>\n",
                x(), top(node), box, height(node), line);
        List<String> lines = texts.get(node);
        int place = lines.lastIndexOf(graph.nodes().get(node).place());
        for (int i = 0; i < lines.size(); i++) {
            String kind =
                    i == 0 ? " font-weight=\"bold\"" : i == place ? " font-family=\"monospace\" font-size=\"13\"" : "";
            add(
                    "<text x=\"%d\" y=\"%d\" style=\"fill:var(--ink,#222)\"%s>%s</text>\n",
                    x() + PADDING, top(node) + (i + 1) * LINE, kind, Markup.escaped(lines.get(i)));
        }
    }

    /** An arrow of each look that there is. */
    private List<WaitGraph.Edge> samples() {
        List<WaitGraph.Edge> samples = new ArrayList<>();
        graph.edges().stream().filter(WaitGraph.Edge::inCircle).findFirst().ifPresent(samples::add);
        graph.edges().stream().filter(edge -> !edge.inCircle()).findFirst().ifPresent(samples::add);
        return samples;
    }

    private void legend(WaitGraph.Edge sample, int y, boolean several) {
        line(sample, format("M%d %dH%d", MARGIN, y, MARGIN + SAMPLE - ARROW));
        add("<path d=\"M%d %dl%d 5v-10z\" style=\"fill:%s\"/>\n", MARGIN + SAMPLE, y, -ARROW, color(sample));
        String meaning = sample.inCircle()
                ? "waits for, in a circle"
                : several ? "waits for, outside of the circle" : "waits for";
        add(
                "<text x=\"%d\" y=\"%d\" font-size=\"13\" style=\"fill:var(--ink,#222)\">%s</text>\n",
                MARGIN + SAMPLE + PADDING, y + 4, meaning);
    }

    private void add(String format, Object... values) {
        out.append(format(format, values));
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /**
     * The lanes at one side of the boxes.
     *
     * @param targets the boxes that have one, the nearest lane first
     */
    private record Lanes(List<Integer> targets) {
        /** Arrows that pass few boxes are next to them. */
        static Lanes of(List<WaitGraph.Edge> edges) {
            return new Lanes(edges.stream()
                    .map(WaitGraph.Edge::to)
                    .distinct()
                    .sorted((one, other) -> span(one, edges) == span(other, edges)
                            ? Integer.compare(one, other)
                            : Integer.compare(span(one, edges), span(other, edges)))
                    .toList());
        }

        private static int span(int target, List<WaitGraph.Edge> edges) {
            return edges.stream()
                    .filter(edge -> edge.to() == target)
                    .mapToInt(edge -> Math.abs(edge.from() - target))
                    .max()
                    .orElse(0);
        }

        int width() {
            return targets.isEmpty() ? 0 : targets.size() * LANE + ARROW;
        }

        /** From the side of the boxes. */
        int distance(int target) {
            return ARROW + (targets.indexOf(target) + 1) * LANE;
        }
    }
}
