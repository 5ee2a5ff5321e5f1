package procgrade.standstill;

import java.util.Map;
import procgrade.observe.ProcessTree;

/** Where the reports of Python processes come from. */
@FunctionalInterface
interface ReportSource {
    /**
     * Asks all Python processes of a tree. They run for a moment to answer, so this comes after all proofs.
     *
     * @param tree the processes
     * @return what those have said that have answered, by their pids
     */
    Map<Long, PythonReport> ask(ProcessTree tree);
}
