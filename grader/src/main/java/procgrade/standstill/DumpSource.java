package procgrade.standstill;

import java.util.Optional;
import procgrade.observe.ObservedProcess;

/** Asks a Java virtual machine what its threads do. */
@FunctionalInterface
interface DumpSource {
    /**
     * Asks. Takes a limited time.
     *
     * @param process a Java virtual machine
     * @return its dump; empty if it does not answer, or must not be asked
     */
    Optional<ThreadDump> dump(ObservedProcess process);
}
