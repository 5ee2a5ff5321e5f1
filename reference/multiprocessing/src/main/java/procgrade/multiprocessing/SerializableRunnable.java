package procgrade.multiprocessing;

import java.io.Serializable;

/** Something to do that can travel to another process: a method reference, or a lambda that captures only what can travel. */
@FunctionalInterface
public interface SerializableRunnable extends Runnable, Serializable {}
