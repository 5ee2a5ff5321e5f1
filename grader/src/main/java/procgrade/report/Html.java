package procgrade.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import procgrade.collect.Person;
import procgrade.text.Markup;
import procgrade.text.Visible;

/** Writes HTML piece by piece, so that a page of any length needs no memory for the whole of it. */
final class Html {
    private final Appendable out;

    /** What it writes goes there; a failure to write becomes an {@link UncheckedIOException}. */
    Html(Appendable out) {
        this.out = out;
    }

    /** Writes parts that are markup already. */
    Html raw(String... parts) {
        try {
            for (String part : parts) {
                out.append(part);
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        return this;
    }

    /** Writes a text of unknown origin. */
    Html text(String text) {
        return raw(Markup.sentence(text));
    }

    /** Writes an element that holds a text; its start tag may have attributes: {@code p class="faint"}. */
    Html element(String tag, String text) {
        int blank = tag.indexOf(' ');
        return raw("<", tag, ">").text(text).raw("</", blank < 0 ? tag : tag.substring(0, blank), ">");
    }

    /** Writes a paragraph, unless there is nothing to say. */
    Html paragraph(String tag, String text) {
        return text.isEmpty() ? this : element(tag, text).raw("\n");
    }

    /** Writes lines as they are, unless there are none. */
    Html lines(List<String> lines) {
        if (!lines.isEmpty()) {
            raw("<pre tabindex=\"0\">");
            Visible.lines(lines).forEach(line -> raw(Markup.escaped(line), "\n"));
            raw("</pre>\n");
        }
        return this;
    }

    /** Names with commas between them, as markup; each is read in its own direction. */
    static String names(List<Person> people, String otherwise) {
        if (people.isEmpty()) {
            return Markup.line(otherwise);
        }
        return String.join(
                ", ", people.stream().map(person -> name(person.name())).toList());
    }

    private static String name(String name) {
        return "<bdi>" + Markup.escaped(name.strip().replaceAll("\\s+", " ")) + "</bdi>";
    }
}
