package procgrade.gradebook;

import java.io.IOException;

/** The rows of a gradebook as JSON, one in each line, as {@link RowJson} writes them. */
public final class JsonLines {
    private JsonLines() {}

    /**
     * Writes all rows, one after the other.
     *
     * @param gradebook what to write
     * @param out where to; it is not closed
     * @throws IOException if it cannot be written
     */
    public static void write(Gradebook gradebook, Appendable out) throws IOException {
        for (Row row : gradebook.rows()) {
            out.append(RowJson.write(row)).append('\n');
        }
    }
}
