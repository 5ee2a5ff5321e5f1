package procgrade.report;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import procgrade.text.Markup;
import procgrade.text.Visible;

/**
 * What should have been above what was, with marks at the words and numbers in which they differ. Texts with little in
 * common get no marks, since those would say no more than that everything is different.
 *
 * @param expected words of what should have been
 * @param actual words of what was
 */
record Comparison(List<Word> expected, List<Word> actual) {
    private static final Pattern WORD = Pattern.compile("\\p{L}+|\\p{N}+|\\s+|.", Pattern.DOTALL);
    private static final double LEAST_ALIKE = 0.3;

    /**
     * A part of a text.
     *
     * @param text as it was written
     * @param differs whether the other text has something else in its place
     */
    record Word(String text, boolean differs) {}

    Comparison {
        expected = List.copyOf(expected);
        actual = List.copyOf(actual);
    }

    static Comparison of(String expected, String actual) {
        List<String> wanted = words(Visible.line(expected));
        List<String> found = words(Visible.line(actual));
        List<AbstractDelta<String>> deltas = DiffUtils.diff(wanted, found).getDeltas();
        List<Word> left = marked(wanted, deltas, AbstractDelta::getSource);
        List<Word> right = marked(found, deltas, AbstractDelta::getTarget);
        boolean alike = alike(left) >= LEAST_ALIKE && alike(right) >= LEAST_ALIKE;
        return alike ? new Comparison(left, right) : new Comparison(plain(wanted), plain(found));
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    private static List<Word> marked(
            List<String> words,
            List<AbstractDelta<String>> deltas,
            Function<AbstractDelta<String>, Chunk<String>> side) {
        List<Word> marked = new ArrayList<>(plain(words));
        for (AbstractDelta<String> delta : deltas) {
            Chunk<String> chunk = side.apply(delta);
            for (int i = chunk.getPosition(); i < chunk.getPosition() + chunk.size(); i++) {
                marked.set(i, new Word(words.get(i), true));
            }
        }
        return marked;
    }

    private static List<Word> plain(List<String> words) {
        return words.stream().map(word -> new Word(word, false)).toList();
    }

    /** Share of the letters and digits that are the same in both. */
    private static double alike(List<Word> words) {
        int all = 0;
        int same = 0;
        for (Word word : words) {
            int size =
                    (int) word.text().chars().filter(Character::isLetterOrDigit).count();
            all += size;
            same += word.differs() ? 0 : size;
        }
        return all == 0 ? 0 : (double) same / all;
    }

    void write(Html html) {
        html.raw("<table class=\"diff\">\n");
        row(html, "expected", expected, "ins");
        row(html, "actual", actual, "del");
        html.raw("</table>\n");
    }

    /** Neighbours get one mark. */
    private static void row(Html html, String title, List<Word> words, String mark) {
        html.raw("<tr><th scope=\"row\">", title, "</th><td><code>");
        boolean marking = false;
        for (Word word : words) {
            if (word.differs() != marking) {
                html.raw(marking ? "</" : "<", mark, ">");
                marking = !marking;
            }
            html.raw(Markup.escaped(word.text()));
        }
        html.raw(marking ? "</" + mark + ">" : "", "</code></td></tr>\n");
    }
}
