package procgrade.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import procgrade.observe.BackgroundThreads;
import procgrade.observe.MultiprocessingSessions;
import procgrade.observe.ObservedProcess;
import procgrade.observe.ObservedThread;
import procgrade.observe.ProcFs;
import procgrade.observe.ProcessState;
import procgrade.observe.ProcessTree;
import procgrade.observe.WaitKind;
import procgrade.report.Palette;

/** Writes a process tree for a reader: each process, below it its threads, indented below it its children. */
final class TreeText {
    private static final String STEP = "    ";
    private static final int SIGNAL_BITS = 0x7f;
    private static final int EXIT_CODE_SHIFT = 8;

    private final ProcessTree tree;
    private final MultiprocessingSessions sessions;
    private final WaitWords words;
    private final Palette palette;
    private final List<String> lines = new ArrayList<>();
    private final Set<Long> written = new HashSet<>();

    TreeText(ProcessTree tree, ProcFs proc, Palette palette) {
        this.tree = tree;
        this.sessions = new MultiprocessingSessions(proc, tree);
        this.words = new WaitWords(tree, sessions);
        this.palette = palette;
    }

    List<String> lines() {
        tree.root().ifPresent(root -> add(root, ""));
        if (tree.root().isEmpty()) {
            lines.add("process " + tree.rootPid() + " has ended");
        }
        for (ObservedProcess stray : tree.strays()) {
            lines.add(palette.doubtful("without a parent in this program:"));
            add(stray, STEP);
        }
        if (!tree.complete()) {
            lines.add(palette.doubtful("not complete: some processes or threads could not be listed"));
        }
        return lines;
    }

    /** A pid that was used again during the scan could make a circle; none is written twice. */
    private void add(ObservedProcess process, String indent) {
        if (!written.add(process.pid())) {
            return;
        }
        lines.add(indent + process.pid() + "  " + palette.strong(sessions.label(process)) + "  " + facts(process));
        addThreads(process, indent + STEP);
        for (ObservedProcess child : tree.children(process.pid())) {
            add(child, indent + STEP);
        }
    }

    private String facts(ObservedProcess process) {
        if (process.hasEnded()) {
            return palette.doubtful(ending(process) + "; its parent has not joined it yet");
        }
        return palette.faint(
                word(stateOf(process)) + ", " + seconds(process.stat().cpu()) + " s of cpu time, "
                        + (process.stat().rssBytes() >> 20) + " MiB");
    }

    /** The two halves of a wait status, wait(2). A status of 0 may also mean that the kernel hides it from us. */
    private static String ending(ObservedProcess zombie) {
        int status = zombie.stat().waitStatus().orElse(0);
        int signal = status & SIGNAL_BITS;
        if (signal != 0) {
            return "has ended by signal " + signal;
        }
        return status == 0 ? "has ended" : "has ended with exit code " + (status >> EXIT_CODE_SHIFT);
    }

    /**
     * The state in {@code stat} is that of the first thread, which in a Java virtual machine never runs and elsewhere may
     * have ended before the others. The virtual machine's own threads run now and then even if the program waits.
     */
    private static ProcessState stateOf(ObservedProcess process) {
        boolean runs = foreground(process).stream()
                .anyMatch(thread -> thread.activity().kind() == WaitKind.RUNNING);
        ProcessState first = process.stat().state();
        return runs ? ProcessState.RUNNING : first.hasEnded() ? ProcessState.SLEEPING : first;
    }

    private static String word(ProcessState state) {
        return switch (state) {
            case RUNNING -> "running";
            case SLEEPING -> "waiting";
            case DISK_SLEEP -> "waiting for the kernel";
            case STOPPED -> "stopped";
            case TRACED -> "stopped by a debugger";
            case ZOMBIE, DEAD, UNKNOWN -> "in an unknown state";
            case IDLE -> "idle";
        };
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.2f", time.toMillis() / 1000.0);
    }

    private static List<ObservedThread> foreground(ObservedProcess process) {
        return process.threads().stream()
                .filter(thread -> !BackgroundThreads.contains(process, thread))
                .toList();
    }

    private void addThreads(ObservedProcess process, String indent) {
        List<ObservedThread> shown = foreground(process);
        for (ObservedThread thread : shown) {
            boolean speaksForAll = shown.size() == 1 && process.role().label().startsWith(thread.name());
            String subject = speaksForAll ? "" : "thread " + thread.tid() + " '" + thread.name() + "' ";
            lines.add(indent + subject + words.of(process, thread));
        }
        int folded = process.threads().size() - shown.size();
        if (folded > 0) {
            lines.add(indent + palette.faint("and " + folded + " threads of Java itself"));
        }
    }
}
