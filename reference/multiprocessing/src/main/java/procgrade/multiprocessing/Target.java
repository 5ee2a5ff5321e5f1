package procgrade.multiprocessing;

import java.io.Serializable;

/**
 * The common part of {@link Target0} to {@link Target5}, which travel to a child process, and of
 * {@link Function0} to {@link Function3}, which travel to the workers of a pool.
 */
public interface Target extends Serializable {}
