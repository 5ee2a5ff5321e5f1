package procgrade.collect;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Names files as the "Download Submissions" of Canvas does. */
public final class CanvasExport {
    private final Export export = new Export();

    /** What was made so far. */
    public Export export() {
        return export;
    }

    /** A file of a student, or of a group if it is the group's name. */
    public CanvasExport file(String sortableName, int user, int attachment, String name, byte[] content) {
        export.file(slug(sortableName) + "_" + user + "_" + attachment + "_" + name, content);
        return this;
    }

    /** The same with text. */
    public CanvasExport file(String sortableName, int user, int attachment, String name, String content) {
        return file(sortableName, user, attachment, name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** A file that came late. */
    public CanvasExport late(String sortableName, int user, int attachment, String name, String content) {
        export.file(slug(sortableName) + "_LATE_" + user + "_" + attachment + "_" + name, content);
        return this;
    }

    /** A file of an anonymous assignment. */
    public CanvasExport anonymous(String id, boolean late, int attachment, String name, String content) {
        export.file((late ? "LATE_" : "") + "anon_" + id + "_" + attachment + "_" + name, content);
        return this;
    }

    /** A text that was typed in. */
    public CanvasExport text(String sortableName, int user) {
        export.file(slug(sortableName) + "_" + user + "_text.html", "<p>here is my solution</p>");
        return this;
    }

    /** A link that was handed in. */
    public CanvasExport link(String sortableName, int user) {
        export.file(slug(sortableName) + "_" + user + "_link.html", "<a href='https://example.org'>here</a>");
        return this;
    }

    /** Letters, digits and underlines, in small letters. */
    private static String slug(String sortableName) {
        return sortableName.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}_]", "");
    }
}
