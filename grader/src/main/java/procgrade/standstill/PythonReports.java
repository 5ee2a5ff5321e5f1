package procgrade.standstill;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import procgrade.observe.ObservedProcess;
import procgrade.observe.ObservedThread;
import procgrade.observe.ProcessRole;
import procgrade.observe.ProcessTree;

/** What the Python processes of a program have said, by the pid of each as seen by the grader. */
final class PythonReports {
    private final Map<Long, PythonReport> reports;
    private final boolean complete;

    /**
     * Reports.
     *
     * @param reports by pid
     * @param complete whether all Python processes have answered, so that somebody of whom nothing is said has nothing
     */
    PythonReports(Map<Long, PythonReport> reports, boolean complete) {
        this.complete = complete;
        this.reports = new TreeMap<>(reports);
    }

    /** Asks all Python processes of a tree. */
    static PythonReports of(ReportSource source, ProcessTree tree) {
        Map<Long, PythonReport> reports = source.ask(tree);
        boolean complete = tree.processes().stream()
                .filter(process -> process.role().isPython() && !process.hasEnded())
                .filter(process -> process.role().kind() != ProcessRole.Kind.PYTHON_HELPER)
                .allMatch(process -> reports.containsKey(process.pid())
                        && reports.get(process.pid()).tellsOfObjects());
        return new PythonReports(reports, complete);
    }

    /** {@return nothing} */
    static PythonReports none() {
        return new PythonReports(Map.of(), false);
    }

    Optional<PythonReport> report(long pid) {
        return Optional.ofNullable(reports.get(pid));
    }

    Optional<PythonThread> thread(ObservedProcess process, ObservedThread thread) {
        Optional<PythonReport> report = report(process.pid());
        if (report.isEmpty()) {
            return Optional.empty();
        }
        List<PythonThread> threads = report.get().threads();
        if (thread.tid() == process.pid()) {
            return threads.stream().findFirst();
        }
        return threads.stream()
                .skip(1)
                .filter(one -> one.nativeId() == thread.nativeId())
                .findFirst();
    }

    /**
     * The program's name for an object. Processes may have different ones, a parameter here and a variable there: that of
     * the oldest process that has one is taken, usually the master's.
     *
     * @param id of the object
     * @return the name, empty if it has none
     */
    String name(String id) {
        return reports.values().stream()
                .flatMap(report -> Optional.ofNullable(report.names().get(id)).stream())
                .findFirst()
                .orElse("");
    }

    /**
     * Who has a semaphore that is used up.
     *
     * @param id of the semaphore
     * @return pids, none if nobody who is alive has it; empty if that is not known
     */
    Optional<Set<Long>> holders(String id) {
        Set<Long> holders = new HashSet<>();
        boolean usedUp = false;
        for (Map.Entry<Long, PythonReport> entry : reports.entrySet()) {
            for (PythonReport.Semaphore semaphore : entry.getValue().semaphores()) {
                boolean same = semaphore.id().equals(id);
                usedUp |= same && semaphore.left() == 0;
                if (same && semaphore.acquired() > 0) {
                    holders.add(entry.getKey());
                }
            }
        }
        return usedUp && (complete || !holders.isEmpty()) ? Optional.of(holders) : Optional.empty();
    }
}
