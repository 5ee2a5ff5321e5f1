package procgrade.report;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the page of a submission leads to.
 *
 * @param previous key of the submission before it; empty for the first, and if it is not known yet
 * @param next key of the one after it; empty for the last, and if it is not known yet
 * @param records what was recorded; empty if nothing is kept
 */
public record PageLinks(Optional<String> previous, Optional<String> next, Optional<Records> records) {
    /**
     * What was recorded of one submission.
     *
     * @param folder where it is while the page is written; it has a folder for each check
     * @param address of that folder when the page is read, relative to the page and without a final slash:
     *     {@code ../evidence/ada}; its parts are escaped as addresses need it
     */
    public record Records(Path folder, String address) {}
}
