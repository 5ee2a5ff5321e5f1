package procgrade.standstill;

import java.util.List;
import procgrade.observe.ProcessTree;

/**
 * What a look at a tree has shown.
 *
 * @param tree the processes and threads
 * @param facts more about them
 * @param java what the Java virtual machines among them have said
 * @param waiters one for each thread
 * @param still whether it is known that there was a moment at which all of this was true, and no thread could go on but
 *     by another one that could not either
 */
record Picture(ProcessTree tree, TreeFacts facts, JavaRules java, List<Waiter> waiters, boolean still) {
    Picture {
        waiters = List.copyOf(waiters);
    }
}
