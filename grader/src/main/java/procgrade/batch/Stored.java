package procgrade.batch;

import procgrade.gradebook.Row;

/**
 * A result as it is kept.
 *
 * @param batchKey with which it was made, see {@link BatchKey#of(procgrade.collect.HandIn)}
 * @param row what came of the hand-in
 */
public record Stored(String batchKey, Row row) {}
