package procgrade.standstill;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import procgrade.observe.MultiprocessingSessions;
import procgrade.observe.ObservedProcess;
import procgrade.observe.ProcessRole;
import procgrade.observe.ProcessTree;

/** Who is who in a program, in the words of a reader: {@code master}, {@code worker 2}. */
final class Cast {
    private static final Pattern WORKER = Pattern.compile("worker (\\d{1,6})");
    private static final Pattern DEFAULT_NAME = Pattern.compile("Process-(\\d{1,6})");

    private final ProcessTree tree;
    private final MultiprocessingSessions sessions;
    private final PythonReports reports;
    private final KnownProcesses known;
    private final long master;
    private final Map<Long, Integer> numbers = new HashMap<>();

    /**
     * Gives the parts.
     *
     * @param tree the processes
     * @param sessions of the library, for the names of processes
     * @param reports of the Python processes, likewise
     * @param programPid the program's first process
     * @param own processes of the grader
     * @param known what somebody knows who has seen all starts and ends
     */
    Cast(
            ProcessTree tree,
            MultiprocessingSessions sessions,
            PythonReports reports,
            long programPid,
            Set<Long> own,
            KnownProcesses known) {
        this.tree = tree;
        this.sessions = sessions;
        this.reports = reports;
        this.known = known;
        this.master = firstOfProgram(tree, programPid, own);
        numberWorkers(own);
    }

    /** The grader may have put a shell around the program. */
    private static long firstOfProgram(ProcessTree tree, long programPid, Set<Long> own) {
        long pid = programPid;
        List<ObservedProcess> children = tree.children(pid);
        while (own.contains(pid) && !children.isEmpty()) {
            pid = children.get(0).pid();
            children = tree.children(pid);
        }
        return pid;
    }

    /**
     * A worker that is no longer there.
     *
     * @param title who it was
     * @param how {@code with exit code 1}, {@code by signal 9}; empty if it ended well, or if nobody knows
     */
    record Ended(String title, String how) {}

    /**
     * The workers that have ended: those that nobody has collected yet, and those whose numbers are missing. Of workers
     * without a later one nothing is left to tell that they were there.
     */
    List<Ended> ended() {
        Map<Integer, Ended> ended = new TreeMap<>();
        known.ended().forEach((title, how) -> {
            Matcher worker = WORKER.matcher(title);
            if (worker.matches()) {
                ended.put(Integer.parseInt(worker.group(1)), new Ended(title, how));
            }
        });
        Set<Integer> alive = new HashSet<>();
        int last = 0;
        for (ObservedProcess process : tree.processes()) {
            Matcher worker = WORKER.matcher(title(process));
            if (worker.matches()) {
                int number = Integer.parseInt(worker.group(1));
                last = Math.max(last, number);
                if (process.hasEnded()) {
                    ended.merge(
                            number,
                            new Ended(title(process), how(process)),
                            (told, seen) -> told.how().isEmpty() ? seen : told);
                } else {
                    alive.add(number);
                }
            }
        }
        for (int number = 1; number < last; number++) {
            if (!alive.contains(number)) {
                ended.putIfAbsent(number, new Ended("worker " + number, ""));
            }
        }
        return List.copyOf(ended.values());
    }

    /** The status is that of wait(2): a signal in the low bits, an exit code above. */
    private static String how(ObservedProcess process) {
        int status = process.stat().waitStatus().orElse(0);
        int signal = status & 0x7f;
        return signal != 0 ? "by signal " + signal : status >> 8 == 0 ? "" : "with exit code " + (status >> 8 & 0xff);
    }

    private void numberWorkers(Set<Long> own) {
        int next = 1;
        for (ObservedProcess process : tree.processes()) {
            if (process.pid() != master && !own.contains(process.pid()) && isWorker(process)) {
                OptionalInt number = numberInName(process);
                numbers.put(process.pid(), number.orElse(next));
                next++;
            }
        }
    }

    private boolean isWorker(ObservedProcess process) {
        return switch (process.role().kind()) {
            case JAVA_WORKER, PYTHON_WORKER -> true;
            case PYTHON, JAVA ->
                tree.find(master)
                        .filter(first -> first.role().kind() == process.role().kind())
                        .isPresent();
            // the command line of one that has ended is gone, its name is still there
            case OTHER ->
                process.hasEnded()
                        && process.stat().parentPid() == master
                        && process.stat().name().matches("python.*|java");
            case PYTHON_HELPER -> !isHelper(process);
            case JAVA_HELPER, SANDBOX -> false;
        };
    }

    /** Whether it works for a library only. A worker that the fork server has made still has that one's command line. */
    boolean isHelper(ObservedProcess process) {
        boolean looksSo = process.role().kind() == ProcessRole.Kind.PYTHON_HELPER;
        boolean ofHelper = tree.find(process.stat().parentPid())
                .filter(parent -> parent.role().kind() == ProcessRole.Kind.PYTHON_HELPER)
                .isPresent();
        return looksSo && !ofHelper;
    }

    private OptionalInt numberInName(ObservedProcess process) {
        Matcher name = DEFAULT_NAME.matcher(sessions.name(process)
                .or(() -> reports.report(process.pid()).map(PythonReport::process))
                .orElse(""));
        return name.matches() ? OptionalInt.of(Integer.parseInt(name.group(1))) : OptionalInt.empty();
    }

    boolean isMaster(long pid) {
        return pid == master;
    }

    boolean isWorker(long pid) {
        return numbers.containsKey(pid);
    }

    /** {@return the name of a process} */
    String title(ObservedProcess process) {
        String given = known.titles().get(process.pid());
        if (given != null) {
            return given;
        }
        if (isMaster(process.pid())) {
            return "master";
        }
        Integer number = numbers.get(process.pid());
        return number == null ? otherTitle(process.role(), process.pid()) : "worker " + number;
    }

    private static String otherTitle(ProcessRole role, long pid) {
        return role.label().isEmpty() ? "process " + pid : role.label();
    }

    /** {@return the name of a process by its pid, as seen by us} */
    String title(long pid) {
        return tree.find(pid).map(this::title).orElse("process " + pid);
    }
}
