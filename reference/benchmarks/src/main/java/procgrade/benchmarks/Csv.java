package procgrade.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** Writes every sample as comma-separated values (RFC 4180, but with line feeds alone), for later use. */
final class Csv {
    private static final String HEAD = "benchmark,measure,unit,round,first,first_value,second,second_value,ratio";

    private Csv() {}

    /**
     * The lines of a file.
     *
     * @param description said at the beginning, in lines that begin with #
     * @param sections what was found
     */
    static List<String> of(List<String> description, List<Section> sections) {
        var lines = new ArrayList<String>();
        description.forEach(line -> lines.add("# " + line));
        lines.add(HEAD);
        for (Section section : sections) {
            section.notes().forEach(note -> lines.add("# " + section.benchmark() + ": " + note));
            section.rows().forEach(row -> lines.addAll(of(section.benchmark(), row)));
        }
        return lines;
    }

    private static List<String> of(String benchmark, Row row) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < row.firsts().size(); i++) {
            String second = row.isComparison()
                    ? quoted(row.second()) + "," + row.seconds().get(i) + ","
                            + row.ratios().get(i)
                    : ",,";
            lines.add(String.join(
                    ",",
                    benchmark,
                    quoted(row.measure()),
                    row.unit(),
                    String.valueOf(i + 1),
                    quoted(row.first()),
                    String.valueOf(row.firsts().get(i)),
                    second));
        }
        return lines;
    }

    private static String quoted(String text) {
        return text.contains(",") || text.contains("\"") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
