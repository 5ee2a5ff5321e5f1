package procgrade.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import procgrade.collect.Person;
import procgrade.gradebook.Gradebook;
import procgrade.gradebook.Row;
import procgrade.gradebook.Score;
import procgrade.judge.Verdict;
import procgrade.text.Amounts;
import procgrade.text.Markdown;

/**
 * How a class did, as Markdown: what was graded, the distribution of scores, how many pass each check, and who needs
 * attention. For instructors.
 */
public final class ClassSummary {
    private static final int LONGEST_BAR = 40;
    private static final int MOST_NAMES = 200;

    private final Gradebook gradebook;
    private final ClassFigures figures;
    private final Appendable out;

    private ClassSummary(Gradebook gradebook, Appendable out) {
        this.gradebook = gradebook;
        this.figures = ClassFigures.of(gradebook);
        this.out = out;
    }

    /**
     * Writes the summary. The rows are read twice.
     *
     * @param gradebook what to write
     * @param out where to, as UTF-8; it is not closed
     * @throws IOException if it cannot be written
     */
    public static void write(Gradebook gradebook, Appendable out) throws IOException {
        ClassSummary summary = new ClassSummary(gradebook, out);
        summary.submissions();
        summary.scores();
        summary.checks();
        summary.verdicts();
        summary.attention();
        summary.notices();
    }

    private void submissions() throws IOException {
        out.append("# ").append(Markdown.line(gradebook.title())).append("\n\n");
        out.append("| submissions | ").append(count(figures.submissions())).append(" |\n|---|--:|\n");
        row("graded", figures.count(Row.State.GRADED));
        row("refused", figures.count(Row.State.REFUSED));
        row("not graded, the grader failed", figures.count(Row.State.GRADER_ERROR));
        row("late", figures.late());
        row("people who handed nothing in", gradebook.missing().size());
    }

    private void row(String name, int count) throws IOException {
        out.append("| ").append(name).append(" | ").append(count(count)).append(" |\n");
    }

    private static String count(int count) {
        return Integer.toString(count);
    }

    private void scores() throws IOException {
        out.append("\n## Scores\n\n");
        if (figures.scored() == 0) {
            out.append("None.\n");
            return;
        }
        out.append("Mean ").append(figures.mean().toPlainString()).append(" %, median ");
        out.append(figures.median().toPlainString()).append(" %, of ");
        out.append(Amounts.counted(figures.scored(), "submission")).append(".\n\n");
        out.append("| score | submissions | |\n|---|--:|---|\n");
        int[] bars = figures.distribution();
        int highest = Arrays.stream(bars).max().orElse(1);
        for (int i = 0; i < bars.length; i++) {
            int width = 100 / bars.length;
            String end = i == bars.length - 1 ? " % to 100 %" : " % to below " + (i + 1) * width + " %";
            out.append("| ").append(count(i * width)).append(end).append(" | ").append(count(bars[i]));
            int length = (bars[i] * LONGEST_BAR + highest - 1) / highest;
            out.append(" | ").append("\u2588".repeat(length)).append(" |\n");
        }
    }

    private void checks() throws IOException {
        out.append("\n## Checks\n\n| check | passed | of | | fails mostly with |\n|---|--:|--:|--:|---|\n");
        for (ClassFigures.Check check : figures.checks()) {
            out.append("| ")
                    .append(Markdown.line(check.sentence()))
                    .append(" | ")
                    .append(count(check.passed()));
            out.append(" | ")
                    .append(count(check.judged()))
                    .append(" | ")
                    .append(rate(check))
                    .append(" | ");
            out.append(check.usualFailure().map(Verdict::words).orElse("")).append(" |\n");
        }
    }

    private static String rate(ClassFigures.Check check) {
        if (check.judged() == 0) {
            return "";
        }
        return BigDecimal.valueOf(100L * check.passed())
                        .divide(BigDecimal.valueOf(check.judged()), 0, RoundingMode.HALF_UP)
                + " %";
    }

    private void verdicts() throws IOException {
        out.append("\n## Verdicts\n\n| verdict | checks |\n|---|--:|\n");
        for (Map.Entry<Verdict, Integer> entry : figures.verdicts().entrySet()) {
            row(entry.getKey().words(), entry.getValue());
        }
    }

    private void attention() throws IOException {
        out.append("\n## Who needs attention\n\n");
        int found = 0;
        for (Row row : gradebook.rows()) {
            Optional<String> why = why(row);
            if (why.isPresent() && found++ < MOST_NAMES) {
                out.append("- ")
                        .append(Markdown.line(row.title()))
                        .append(" (")
                        .append(row.key())
                        .append("): ");
                out.append(why.get()).append('\n');
            }
        }
        for (Person person : gradebook.missing()) {
            if (found++ < MOST_NAMES) {
                out.append("- ").append(Markdown.line(person.name())).append(": handed nothing in\n");
            }
        }
        if (found > MOST_NAMES) {
            out.append("- and ").append(count(found - MOST_NAMES)).append(" more\n");
        }
        out.append(found == 0 ? "Nobody.\n" : "");
    }

    private static Optional<String> why(Row row) {
        return switch (row.state()) {
            case REFUSED -> Optional.of("refused: " + Markdown.line(row.problem()));
            case GRADER_ERROR -> Optional.of("the grader failed: " + Markdown.line(row.problem()));
            case GRADED -> {
                if (Score.percent(row).isEmpty()) {
                    yield Optional.of("nothing could be judged");
                }
                if (row.marks().stream().anyMatch(mark -> mark.verdict() == Verdict.GRADER_ERROR)) {
                    yield Optional.of("the grader failed at a check");
                }
                boolean built = row.marks().stream().anyMatch(mark -> mark.verdict() != Verdict.BUILD_FAILED);
                yield built
                        ? Optional.of(String.join(
                                        "; ",
                                        row.notices().stream()
                                                .map(Markdown::line)
                                                .toList()))
                                .filter(notices -> !notices.isEmpty())
                        : Optional.of("could not be built");
            }
        };
    }

    private void notices() throws IOException {
        if (!gradebook.notices().isEmpty()) {
            out.append("\n## Notes\n\n");
            for (String notice : gradebook.notices()) {
                out.append("- ").append(Markdown.line(notice)).append('\n');
            }
        }
        out.append("\n## Environment\n\n| | |\n|---|---|\n");
        for (Map.Entry<String, String> fact : new TreeMap<>(gradebook.environment()).entrySet()) {
            out.append("| ").append(Markdown.line(fact.getKey())).append(" | ");
            out.append(Markdown.line(fact.getValue())).append(" |\n");
        }
    }
}
