package procgrade.multiprocessing;

import java.io.Serializable;

/** The common part of {@link Target0} to {@link Target5}: a target travels to the child process. */
public interface Target extends Serializable {}
