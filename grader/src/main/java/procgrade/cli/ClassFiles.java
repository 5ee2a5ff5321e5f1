package procgrade.cli;

import procgrade.batch.BatchFolder;
import procgrade.gradebook.Gradebook;
import procgrade.gradebook.Row;
import procgrade.gradebook.RowJson;

/** The files about a whole class. */
final class ClassFiles {
    private ClassFiles() {}

    /** Writes them all; each replaces that of an earlier start. */
    static void write(Gradebook gradebook, BatchFolder folder) {
        folder.write("gradebook.jsonl", out -> {
            for (Row row : gradebook.rows()) {
                out.write(RowJson.write(row) + "\n");
            }
        });
    }
}
