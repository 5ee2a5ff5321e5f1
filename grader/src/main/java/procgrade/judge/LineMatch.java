package procgrade.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which lines are there, without regard to their order.
 *
 * @param missing expected lines that were not printed
 * @param extra places of lines that were not expected, from 0
 */
record LineMatch(List<ExpectedLine> missing, List<Integer> extra) {
    static LineMatch of(List<ExpectedLine> expected, List<String> lines) {
        Map<String, Integer> texts = new HashMap<>();
        List<ExpectedLine> numbers = new ArrayList<>();
        for (ExpectedLine line : expected) {
            if (line instanceof ExpectedLine.Text text) {
                texts.merge(text.text(), 1, Integer::sum);
            } else {
                numbers.add(line);
            }
        }
        List<Integer> extra = new ArrayList<>();
        for (int place = 0; place < lines.size(); place++) {
            String line = lines.get(place);
            if (texts.getOrDefault(line, 0) > 0) {
                texts.merge(line, -1, Integer::sum);
            } else if (!removeFirst(numbers, line)) {
                extra.add(place);
            }
        }
        return new LineMatch(missing(expected, texts, numbers), extra);
    }

    private static boolean removeFirst(List<ExpectedLine> numbers, String line) {
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.get(i).matches(line)) {
                numbers.remove(i);
                return true;
            }
        }
        return false;
    }

    /** In the order in which they are expected; of equal lines the last ones are taken to be missing. */
    private static List<ExpectedLine> missing(
            List<ExpectedLine> expected, Map<String, Integer> texts, List<ExpectedLine> numbers) {
        List<ExpectedLine> missing = new ArrayList<>();
        for (int i = expected.size() - 1; i >= 0; i--) {
            ExpectedLine line = expected.get(i);
            if (line instanceof ExpectedLine.Text text) {
                if (texts.get(text.text()) > 0) {
                    texts.merge(text.text(), -1, Integer::sum);
                    missing.add(0, line);
                }
            } else if (numbers.remove(line)) {
                missing.add(0, line);
            }
        }
        return missing;
    }

    boolean isComplete() {
        return missing.isEmpty() && extra.isEmpty();
    }
}
