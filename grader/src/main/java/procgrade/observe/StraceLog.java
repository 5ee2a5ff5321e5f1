package procgrade.observe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads a log of {@link Strace}. A call that is interrupted by lines of others comes in two parts ({@code <unfinished
 * ...>}, {@code resumed>}); a child may run, and even end, before its parent's call has told of it; the log may be cut
 * off anywhere.
 */
final class StraceLog {
    private static final String UNFINISHED = " <unfinished ...>";
    private static final Pattern RESUMED = Pattern.compile("<\\.\\.\\. \\w+ resumed>(.*)");
    private static final Pattern EXITED = Pattern.compile("\\+\\+\\+ exited with (\\d{1,3}) \\+\\+\\+");
    private static final Pattern KILLED = Pattern.compile("\\+\\+\\+ killed by (\\w+).*\\+\\+\\+");
    private static final Pattern PID_CHANGED = Pattern.compile(".* <pid changed to (\\d{1,18}) \\.\\.\\.>");
    private static final int SIGKILL = 9;
    private static final Set<String> BIRTHS = Set.of("clone", "clone3", "fork", "vfork");

    private final Map<Long, Task> tasks = new HashMap<>();
    private final Map<Long, Task> unclaimed = new HashMap<>();
    private final List<Task> all = new ArrayList<>();
    private final long programPid;
    private final InnerPids inner;
    private boolean damaged;
    private boolean killing;

    private StraceLog(long programPid, InnerPids inner) {
        this.programPid = programPid;
        this.inner = inner;
    }

    static boolean isUnfinished(String call) {
        return call.endsWith(UNFINISHED);
    }

    /** The beginning of a call that is not finished. */
    static String begun(String call) {
        return call.substring(0, call.length() - UNFINISHED.length());
    }

    /** The end of a call that was interrupted; empty if the line is something else. */
    static Optional<String> resumed(String line) {
        Matcher matcher = RESUMED.matcher(line);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    static boolean isBirth(String call) {
        int open = call.indexOf('(');
        return open > 0 && BIRTHS.contains(call.substring(0, open));
    }

    /** A thread or process; of a process it is the first thread. */
    private static final class Task {
        final long pid;
        final long born;
        Task process = this;
        Task parent;
        List<String> commandLine = List.of();
        String pendingCall = "";
        List<String> commandLineBefore = List.of();
        int threads = 1;
        long ended = -1;
        ProcessEnd end;

        Task(long pid, long born) {
            this.pid = pid;
            this.born = born;
        }

        boolean descendsFrom(Task ancestor) {
            Task task = this;
            while (task != null && task != ancestor) {
                task = task.parent;
            }
            return task == ancestor;
        }
    }

    /**
     * Reads all of a log.
     *
     * @param lines of the log
     * @param programPid pid of the program's first process, whose descendants are wanted
     * @return the processes; none if the log does not have the program
     */
    static ProcessLog parse(Stream<String> lines, long programPid) {
        return parse(lines, programPid, Integer.MAX_VALUE);
    }

    /**
     * Reads all of a log of a run in which the grader has killed what was left.
     *
     * @param killedFrom the number of the line, from 0, from which SIGKILL is the grader's; at the latest it is when the
     *     program's first process has ended
     */
    static ProcessLog parse(Stream<String> lines, long programPid, int killedFrom) {
        List<Optional<StraceLine>> all = lines.map(StraceLine::parse).toList();
        InnerPids inner = InnerPids.of(all.stream().flatMap(Optional::stream).toList());
        StraceLog log = new StraceLog(programPid, inner);
        log.damaged = !inner.areCertain();
        for (int i = 0; i < all.size(); i++) {
            log.killing |= i >= killedFrom;
            all.get(i).ifPresent(log::read);
            // the last line may have been cut off by the end of strace
            log.damaged |= all.get(i).isEmpty() && i < all.size() - 1;
        }
        return log.belowProgram();
    }

    private void read(StraceLine line) {
        Task task = tasks.computeIfAbsent(line.tid(), tid -> appear(tid, line.nanos()));
        String text = line.text();
        if (text.startsWith("+++ ")) {
            end(task, line);
            return;
        }
        Optional<String> rest = resumed(text);
        if (rest.isPresent()) {
            String call = task.pendingCall + rest.get();
            boolean begun = !task.pendingCall.isEmpty();
            task.pendingCall = "";
            if (begun) {
                call(task, call, line.nanos());
            }
            return;
        }
        Matcher pidChanged = PID_CHANGED.matcher(text);
        if (pidChanged.matches()) {
            // only a successful execve by another thread than the first does that
            execute(task.process, text);
            tasks.remove(task.pid, task);
        } else if (isUnfinished(text)) {
            task.pendingCall = begun(text);
            task.commandLineBefore = task.process.commandLine;
        } else {
            task.commandLineBefore = task.process.commandLine;
            call(task, text, line.nanos());
        }
    }

    private Task appear(long tid, long nanos) {
        Task task = new Task(tid, nanos);
        unclaimed.put(tid, task);
        all.add(task);
        return task;
    }

    private void call(Task task, String call, long nanos) {
        int open = call.indexOf('(');
        Optional<String> result = StraceLine.result(call);
        if (open <= 0 || result.isEmpty()) {
            return;
        }
        String name = call.substring(0, open);
        if (name.startsWith("execve") && result.get().equals("0")) {
            execute(task.process, call);
        } else if (isBirth(call)) {
            long pid = inner.outer(task.pid, StraceLine.born(result.get()));
            if (pid > 0) {
                claim(task, pid, call.contains("CLONE_THREAD"), nanos);
            }
        }
    }

    private static void execute(Task process, String call) {
        process.commandLine = StraceLine.words(call);
    }

    private void claim(Task maker, long pid, boolean thread, long nanos) {
        Task made = unclaimed.remove(pid);
        if (made == null) {
            made = new Task(pid, nanos);
            all.add(made);
            tasks.put(pid, made);
        }
        if (thread) {
            made.process = maker.process;
            maker.process.threads++;
        } else {
            made.parent = maker.process;
            made.commandLine = made.commandLine.isEmpty() ? maker.commandLineBefore : made.commandLine;
        }
    }

    private void end(Task task, StraceLine line) {
        Matcher exited = EXITED.matcher(line.text());
        Matcher killed = KILLED.matcher(line.text());
        if (exited.matches()) {
            task.end = ProcessEnd.exited(Integer.parseInt(exited.group(1)));
        } else if (killed.matches()) {
            OptionalInt signal = SignalNames.number(killed.group(1));
            task.end = signal.isPresent() ? ProcessEnd.bySignal(signal.getAsInt()) : null;
        } else {
            // superseded by execve: the first thread goes on as the one that executed
            return;
        }
        tasks.remove(line.tid(), task);
        if (killing && ProcessEnd.bySignal(SIGKILL).equals(task.end)) {
            // alive at the end of the run
            task.end = null;
            return;
        }
        task.ended = line.nanos();
        killing |= task.pid == programPid && isProcess(task);
    }

    /** The call of a maker that was killed in it, or that was going on when the log ends, tells of no child. */
    private void claimByPendingCalls() {
        List<Task> makers = all.stream()
                .filter(task -> BIRTHS.contains(task.pendingCall.replaceFirst("\\(.*", "")))
                .toList();
        List<Task> left = all.stream()
                .filter(task -> unclaimed.get(task.pid) == task)
                .skip(1)
                .toList();
        for (int i = 0; i < Math.min(makers.size(), left.size()); i++) {
            Task maker = makers.get(i);
            claim(maker, left.get(i).pid, maker.pendingCall.contains("CLONE_THREAD"), left.get(i).born);
        }
    }

    private ProcessLog belowProgram() {
        claimByPendingCalls();
        Optional<Task> program = all.stream()
                .filter(task -> task.pid == programPid && isProcess(task))
                .findFirst();
        if (program.isEmpty()) {
            return new ProcessLog(ProcessLog.Method.STRACE, List.of(), false);
        }
        Task root = program.get();
        // the first line is about the first process, which nobody in the log has made
        boolean allClaimed = Set.copyOf(unclaimed.values()).equals(Set.of(all.get(0)));
        List<ProcessLog.Entry> entries = new ArrayList<>();
        Set<Task> seen = new HashSet<>();
        for (Task task : all) {
            if (isProcess(task) && task.descendsFrom(root) && seen.add(task)) {
                entries.add(entry(task, root));
            }
        }
        return new ProcessLog(ProcessLog.Method.STRACE, entries, !damaged && allClaimed);
    }

    private static boolean isProcess(Task task) {
        return task.process == task;
    }

    private static ProcessLog.Entry entry(Task task, Task root) {
        return new ProcessLog.Entry(
                task.pid,
                task == root || task.parent == null ? 0 : task.parent.pid,
                task.commandLine,
                task.threads,
                Duration.ofNanos(Math.max(0, task.born - root.born)),
                task.ended < 0 ? Optional.empty() : Optional.of(Duration.ofNanos(task.ended - root.born)),
                Optional.ofNullable(task.end));
    }
}
