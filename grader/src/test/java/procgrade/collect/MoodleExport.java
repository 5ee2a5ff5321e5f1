package procgrade.collect;

import java.nio.charset.StandardCharsets;

/** Names files as the "Download all submissions" of Moodle does, in folders or flat. */
public final class MoodleExport {
    private final Export export = new Export();
    private final boolean flat;

    /** In folders, which is Moodle's default, or flat. */
    public MoodleExport(boolean flat) {
        this.flat = flat;
    }

    /** What was made so far. */
    public Export export() {
        return export;
    }

    /** A file of a student, or of a group if name and id are the group's. */
    public MoodleExport file(String name, int id, String file, byte[] content) {
        export.file(name + "_" + id + "_assignsubmission_file_" + (flat ? "" : "/") + file, content);
        return this;
    }

    /** The same with text. */
    public MoodleExport file(String name, int id, String file, String content) {
        return file(name, id, file, content.getBytes(StandardCharsets.UTF_8));
    }

    /** A file of a student whose name is hidden from the marker. */
    public MoodleExport blind(int id, String file, String content) {
        return file("Participant", id, file, content);
    }

    /** A text that was typed in. */
    public MoodleExport text(String name, int id) {
        export.file(
                name + "_" + id + "_assignsubmission_onlinetext_" + (flat ? "" : "/") + "onlinetext.html",
                "<p>my solution</p>");
        return this;
    }
}
