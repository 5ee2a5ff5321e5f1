package procgrade.standstill;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names several processes together. */
final class Titles {
    private static final Pattern WORKER = Pattern.compile("worker (\\d{1,6})");

    private static final int MOST_THREADS = 2;

    private Titles() {}

    /** {@return as a part of a sentence: {@code the master and workers 1 to 3}} */
    static String together(List<String> titles) {
        List<String> parts = new ArrayList<>();
        long threads = titles.stream().filter(title -> title.contains("'s ")).count();
        if (threads == titles.size() && threads > MOST_THREADS) {
            String owner = Party.withArticle(titles.get(0));
            return threads + " of " + owner.substring(0, owner.indexOf("'s ")) + "'s threads";
        }
        TreeSet<Integer> numbers = new TreeSet<>();
        for (String title : titles) {
            Matcher worker = WORKER.matcher(title);
            if (worker.matches()) {
                numbers.add(Integer.valueOf(worker.group(1)));
            } else {
                parts.add(Party.withArticle(title));
            }
        }
        if (numbers.size() > 1) {
            parts.add("workers " + list(ranges(numbers)));
        } else if (!numbers.isEmpty()) {
            parts.add("worker " + numbers.first());
        }
        return list(parts);
    }

    private static List<String> ranges(Set<Integer> numbers) {
        List<String> ranges = new ArrayList<>();
        List<Integer> sorted = List.copyOf(numbers);
        int from = 0;
        for (int i = 0; i < sorted.size(); i++) {
            boolean last = i + 1 == sorted.size() || sorted.get(i + 1) != sorted.get(i) + 1;
            if (last && i - from >= 2) {
                ranges.add(sorted.get(from) + " to " + sorted.get(i));
            } else if (last) {
                sorted.subList(from, i + 1).forEach(number -> ranges.add(number.toString()));
            }
            from = last ? i + 1 : from;
        }
        return ranges;
    }

    /** {@return {@code a, b and c}} */
    static String list(List<String> names) {
        int last = names.size() - 1;
        if (last < 0) {
            return "";
        }
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
