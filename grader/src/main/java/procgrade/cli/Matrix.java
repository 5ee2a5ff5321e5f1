package procgrade.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import procgrade.engine.CheckOutcome;
import procgrade.engine.Grade;
import procgrade.engine.Specimen;
import procgrade.judge.Verdict;
import procgrade.report.Palette;

/** The table of one assignment: a line for each program, a column for each check. */
final class Matrix {
    private static final int NAME_WIDTH = 42;

    private final Palette palette;
    private final List<String> checks;

    /**
     * A table.
     *
     * @param palette of the output
     * @param checks ids of all checks, in the order of the rubric
     */
    Matrix(Palette palette, List<String> checks) {
        this.palette = palette;
        this.checks = List.copyOf(checks);
    }

    /** What the columns mean, and their numbers. */
    List<String> heading() {
        List<String> lines = new ArrayList<>();
        StringBuilder numbers = new StringBuilder(" ".repeat(NAME_WIDTH));
        for (int i = 1; i <= checks.size(); i++) {
            lines.add(String.format("  %2d  %s", i, checks.get(i - 1)));
            numbers.append(String.format("%3d", i));
        }
        lines.add(palette.faint(numbers.toString()));
        return lines;
    }

    /** The checks that were not tried with a program. */
    List<String> notTried(Grade grade) {
        List<String> tried = grade.checks().stream().map(CheckOutcome::id).toList();
        return checks.stream().filter(check -> !tried.contains(check)).toList();
    }

    /** What became of a program. */
    String row(Specimen specimen, Grade grade, boolean asExpected) {
        Map<String, CheckOutcome> outcomes =
                grade.checks().stream().collect(Collectors.toMap(CheckOutcome::id, Function.identity()));
        String name = String.format("  %-6s  %s", specimen.language().key(), specimen.name());
        StringBuilder row = new StringBuilder(String.format("%-" + NAME_WIDTH + "s", name));
        for (String check : checks) {
            CheckOutcome outcome = outcomes.get(check);
            row.append("  ")
                    .append(outcome == null ? '.' : letter(outcome.finding().verdict()));
        }
        return row + "  " + (asExpected ? palette.good("ok") : palette.bad("DIFFERS"));
    }

    private static char letter(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> 'P';
            case SKIPPED -> 's';
            case NOT_MEASURABLE -> '-';
            case GRADER_ERROR -> 'E';
            default -> 'f';
        };
    }
}
