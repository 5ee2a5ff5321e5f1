package procgrade.judge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares an output with what is expected: first which lines there are, then their order. A reader gets the first
 * difference, and of missing and unexpected lines the first three.
 */
final class OutputJudge {
    private static final int SHOWN = 3;
    private static final String JOIN =
            "the last lines come after those of all other processes: does main wait until they have ended (join)?";

    private final OutputExpectation expectation;
    private final List<ExpectedLine> expected;
    private final List<String> lines;

    OutputJudge(OutputExpectation expectation, List<String> lines) {
        this.expectation = expectation;
        this.expected = expectation.blocks().stream()
                .flatMap(block -> block.writers().stream())
                .flatMap(List::stream)
                .toList();
        this.lines = lines;
    }

    Finding judge() {
        LineMatch match = LineMatch.of(expected, lines);
        if (match.isComplete()) {
            return judgeOrder();
        }
        if (lines.isEmpty()) {
            return wrong("it printed nothing")
                    .comparing(expected.get(0).shown() + more(expected.size() - 1, "more line"), "nothing");
        }
        if (isInFixedOrder()) {
            return firstDifference();
        }
        Finding finding = wrong(counts(match)).withDetails(details(match)).withHelp(help(match));
        return isOneSided(match)
                ? finding
                : finding.comparing(
                        match.missing().get(0).shown(), shown(match.extra().get(0)));
    }

    private static boolean isOneSided(LineMatch match) {
        return match.missing().isEmpty() || match.extra().isEmpty();
    }

    private boolean isInFixedOrder() {
        return expectation.blocks().stream().allMatch(block -> block.writers().size() <= 1);
    }

    private Finding firstDifference() {
        int place = 0;
        while (place < expected.size()
                && place < lines.size()
                && expected.get(place).matches(lines.get(place))) {
            place++;
        }
        if (place == lines.size()) {
            int after = expected.size() - place - 1;
            return wrong("line " + (place + 1) + " is missing" + more(after, "line") + (after > 0 ? " after it" : ""))
                    .comparing(expected.get(place).shown(), "the output ends");
        }
        if (place == expected.size()) {
            return wrong("line " + (place + 1) + " should not be there" + more(lines.size() - place - 1, "more line"))
                    .comparing("the output ends", shown(place));
        }
        return wrong("line " + (place + 1) + " is wrong")
                .comparing(expected.get(place).shown(), shown(place, expected.get(place)))
                .withHelp(closeness(expected.get(place), lines.get(place)));
    }

    /** Follows all ways in which the lines so far can be shared out to the writers. */
    private Finding judgeOrder() {
        int place = 0;
        for (OutputExpectation.Block block : expectation.blocks()) {
            Set<List<Integer>> states =
                    Set.of(block.writers().stream().map(writer -> 0).toList());
            int end = place + block.size();
            for (; place < end; place++) {
                Set<List<Integer>> next = new LinkedHashSet<>();
                for (List<Integer> state : states) {
                    follow(block, state, lines.get(place), next);
                }
                if (next.isEmpty()) {
                    return misplaced(block, states, place);
                }
                states = next;
            }
        }
        return Finding.PASSED;
    }

    private static void follow(
            OutputExpectation.Block block, List<Integer> state, String line, Set<List<Integer>> next) {
        for (int writer = 0; writer < state.size(); writer++) {
            List<ExpectedLine> own = block.writers().get(writer);
            int done = state.get(writer);
            if (done < own.size() && own.get(done).matches(line)) {
                List<Integer> after = new ArrayList<>(state);
                after.set(writer, done + 1);
                next.add(after);
                if (own.size() == 1) {
                    // writers of this one line are as good as each other; trying all would take exponential time
                    return;
                }
            }
        }
    }

    private Finding misplaced(OutputExpectation.Block block, Set<List<Integer>> states, int place) {
        List<String> possible = states.stream()
                .flatMap(state -> nextLines(block, state))
                .distinct()
                .toList();
        String shown = possible.stream().limit(SHOWN).collect(Collectors.joining(" or "))
                + more(possible.size() - SHOWN, "other line");
        boolean early = place < sizeBeforeLastBlock()
                && afterProcesses()
                && isInLastBlockOnly(line -> line.matches(lines.get(place)));
        return wrong("all lines are there, but line " + (place + 1) + " is out of order")
                .comparing(shown, shown(place))
                .withHelp(early ? JOIN : "");
    }

    /** Whether the last block follows one of several writers. */
    private boolean afterProcesses() {
        int last = expectation.blocks().size() - 1;
        return last > 0 && expectation.blocks().get(last - 1).writers().size() > 1;
    }

    private boolean isInLastBlockOnly(Predicate<ExpectedLine> line) {
        int before = sizeBeforeLastBlock();
        return expected.subList(0, before).stream().noneMatch(line)
                && expected.subList(before, expected.size()).stream().anyMatch(line);
    }

    private int sizeBeforeLastBlock() {
        return expected.size()
                - expectation.blocks().get(expectation.blocks().size() - 1).size();
    }

    private static Stream<String> nextLines(OutputExpectation.Block block, List<Integer> state) {
        List<String> next = new ArrayList<>();
        for (int writer = 0; writer < state.size(); writer++) {
            List<ExpectedLine> own = block.writers().get(writer);
            if (state.get(writer) < own.size()) {
                next.add(own.get(state.get(writer)).shown());
            }
        }
        return next.stream();
    }

    private static String counts(LineMatch match) {
        String missing = amount(match.missing().size(), "line is missing", "lines are missing");
        String extra = amount(match.extra().size(), "line should not be there", "lines should not be there");
        return Stream.of(missing, extra).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
    }

    private static String amount(int count, String one, String several) {
        return count == 0 ? "" : count + " " + (count == 1 ? one : several);
    }

    private List<String> details(LineMatch match) {
        List<String> details = new ArrayList<>();
        // the first of each are compared already
        int told = isOneSided(match) ? 0 : 1;
        match.missing().stream().limit(SHOWN).skip(told).forEach(line -> details.add("missing: " + line.shown()));
        match.extra().stream().limit(SHOWN).skip(told).forEach(place -> details.add("not expected: " + shown(place)));
        return details;
    }

    private String help(LineMatch match) {
        if (!isOneSided(match)) {
            return closeness(match.missing().get(0), lines.get(match.extra().get(0)));
        }
        boolean lastMissing = match.extra().isEmpty()
                && afterProcesses()
                && match.missing().stream().allMatch(missing -> isInLastBlockOnly(missing::equals));
        return lastMissing ? JOIN : "";
    }

    /** What a line that is nearly right lacks; empty if it is far from right. */
    private static String closeness(ExpectedLine expected, String line) {
        if (expected instanceof ExpectedLine.Numeric number) {
            OptionalDouble found = number.numberIn(line);
            return found.isPresent()
                    ? "the form is right, but the number is off by " + Math.abs(found.getAsDouble() - number.value())
                    : "";
        }
        String text = ((ExpectedLine.Text) expected).text();
        if (text.replaceAll("\\s", "").equals(line.replaceAll("\\s", ""))) {
            return "only the blanks differ";
        }
        return text.equalsIgnoreCase(line) ? "only upper and lower case differ" : "";
    }

    private String shown(int place) {
        return "line " + (place + 1) + " " + Quoted.of(lines.get(place));
    }

    private String shown(int place, ExpectedLine wanted) {
        String line = lines.get(place);
        int differs = wanted instanceof ExpectedLine.Text text ? firstDifference(text.text(), line) : 0;
        return Quoted.around(line, differs);
    }

    private static int firstDifference(String one, String other) {
        int place = 0;
        while (place < Math.min(one.length(), other.length()) && one.charAt(place) == other.charAt(place)) {
            place++;
        }
        return place;
    }

    private static String more(int count, String noun) {
        return count <= 0 ? "" : ", and " + count + " " + noun + (count == 1 ? "" : "s");
    }

    private static Finding wrong(String rationale) {
        return Finding.of(Verdict.WRONG_OUTPUT, rationale);
    }
}
