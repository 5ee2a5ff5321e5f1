package procgrade.standstill;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import procgrade.observe.MultiprocessingSessions;
import procgrade.observe.ObservedProcess;
import procgrade.observe.ProcessRole;
import procgrade.observe.ProcessTree;

/** Who is who in a program, in the words of a reader: {@code master}, {@code worker 2}. */
final class Cast {
    private static final Pattern DEFAULT_NAME = Pattern.compile("Process-(\\d{1,6})");

    private final ProcessTree tree;
    private final MultiprocessingSessions sessions;
    private final LongFunction<Optional<String>> titles;
    private final long master;
    private final Map<Long, Integer> numbers = new HashMap<>();

    /**
     * Gives the parts.
     *
     * @param tree the processes
     * @param sessions of the library, for the names of processes
     * @param programPid the program's first process
     * @param own processes of the grader
     * @param titles what somebody who has seen all starts and ends calls a process
     */
    Cast(
            ProcessTree tree,
            MultiprocessingSessions sessions,
            long programPid,
            Set<Long> own,
            LongFunction<Optional<String>> titles) {
        this.tree = tree;
        this.sessions = sessions;
        this.titles = titles;
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
            case PYTHON_HELPER, JAVA_HELPER, SANDBOX, OTHER -> false;
        };
    }

    private OptionalInt numberInName(ObservedProcess process) {
        Matcher name = DEFAULT_NAME.matcher(sessions.name(process).orElse(""));
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
        Optional<String> given = titles.apply(process.pid());
        if (given.isPresent()) {
            return given.get();
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
