package procgrade.batch;

import procgrade.gradebook.Row;

/**
 * A result as it is kept.
 *
 * @param batchKey with which it was made, see {@link BatchKey#of(procgrade.collect.HandIn)}
 * @param content fingerprint of the hand-in that was graded
 * @param row what came of it
 */
public record Stored(String batchKey, String content, Row row) {}
