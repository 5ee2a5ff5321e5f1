package procgrade.gradebook;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files as a learning management system exports them, filled. */
final class Downloads {
    private Downloads() {}

    /** What was written, and what became of the grades. */
    record Filled(String text, Transfer transfer) {}

    static Filled canvas(Path folder, String csv, Gradebook results, String column) throws IOException {
        StringWriter out = new StringWriter();
        Path file = Files.writeString(folder.resolve("canvas.csv"), csv);
        Transfer transfer = CanvasGradebook.fill(file, results, column, out);
        return new Filled(out.toString(), transfer);
    }

    static Filled moodle(Path folder, String csv, Gradebook results, MoodleWorksheet.Columns columns)
            throws IOException {
        StringWriter out = new StringWriter();
        Path file = Files.writeString(folder.resolve("moodle.csv"), csv);
        Transfer transfer = MoodleWorksheet.fill(file, results, columns, out);
        return new Filled(out.toString(), transfer);
    }
}
