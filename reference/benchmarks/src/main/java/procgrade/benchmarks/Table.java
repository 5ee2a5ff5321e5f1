package procgrade.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes sections as text in aligned columns. */
final class Table {
    private static final List<String> HEAD =
            List.of("measure", "first", "second", "ratio (least - most)", "pairs", "target", "reached");
    private static final String GAP = "  ";

    private Table() {}

    /** {@return the text of a section, ending with a line feed} */
    static String of(Section section) {
        var lines = new ArrayList<List<String>>();
        lines.add(HEAD);
        for (Row row : section.rows()) {
            lines.add(cells(row));
        }
        var text = new StringBuilder(section.benchmark() + ": " + section.title() + "\n");
        section.notes().forEach(note -> text.append(GAP).append(note).append('\n'));
        int[] widths = widths(lines);
        for (List<String> line : lines) {
            var cells = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                cells.append(GAP).append(padded(line.get(i), widths[i]));
            }
            text.append(cells.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static List<String> cells(Row row) {
        Spread judged = row.judged();
        return List.of(
                row.measure(),
                contestant(row.first(), row.firsts(), row.unit()),
                row.isComparison() ? contestant(row.second(), row.seconds(), row.unit()) : "",
                number(judged.median()) + " (" + number(judged.least()) + " - " + number(judged.most()) + ")",
                String.valueOf(judged.count()),
                row.target() == null ? "" : row.target().toString(),
                row.reached());
    }

    private static String contestant(String name, List<Double> samples, String unit) {
        return name + " " + number(Spread.of(samples).median()) + " " + unit;
    }

    /** Three digits, more only before the point. */
    static String number(double value) {
        double size = Math.abs(value);
        String format = size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : size > 0 ? "%.3f" : "%.0f";
        return String.format(Locale.ROOT, format, value);
    }

    private static int[] widths(List<List<String>> lines) {
        int[] widths = new int[HEAD.size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        return widths;
    }

    private static String padded(String cell, int width) {
        return cell + " ".repeat(width - cell.length());
    }
}
