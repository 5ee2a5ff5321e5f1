package procgrade.report;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the page of a submission leads to.
 *
 * @param previous key of the submission before it; empty for the first
 * @param next key of the one after it; empty for the last
 * @param evidence folder {@code evidence/<key>} of the site, with a folder for each check; empty if no records are kept
 */
public record PageLinks(Optional<String> previous, Optional<String> next, Optional<Path> evidence) {}
