package procgrade.standstill;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import procgrade.observe.ObservedProcess;
import procgrade.observe.ProcessTree;

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

    /**
     * Asks several. All together take no more time than one.
     *
     * @param machines Java virtual machines
     * @return by pid, the dumps of those that have answered
     */
    default Map<Long, ThreadDump> dumps(List<ObservedProcess> machines) {
        Map<Long, ThreadDump> answers = new HashMap<>();
        for (ObservedProcess machine : machines) {
            dump(machine).ifPresent(dump -> answers.put(machine.pid(), dump));
        }
        return answers;
    }

    /** {@return the Java virtual machines of a tree that can be asked} */
    static List<ObservedProcess> machines(ProcessTree tree) {
        return tree.processes().stream()
                .filter(process -> process.role().isJava() && !process.hasEnded())
                .toList();
    }
}
