package procgrade.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The processes between the grader and the program.
 *
 * @param keeper the shell of {@link StartScript}
 * @param program the program's first process; 0 if it has ended already and nothing of it is left
 */
record StartedProgram(long keeper, long program) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_NANOS = 500_000;
    private static final int DEEPEST = 8;
    private static final long NOBODY = 0;
    private static final int KILLED = 128 + 9;

    /**
     * Waits until the program has started, so that neither the sandbox nor the keeper counts as its time.
     *
     * @return empty if it was interrupted. If all has been killed, which a program can bring about in its first
     *     millisecond, there is a keeper and no program
     * @throws RunFault if what was started ended before, or does not get there
     */
    static Optional<StartedProgram> await(
            Process root, StartScript script, ProcessTable table, OutputFiles files, BooleanSupplier interrupted) {
        return await(root, script, table, files, interrupted, PATIENCE);
    }

    static Optional<StartedProgram> await(
            Process root,
            StartScript script,
            ProcessTable table,
            OutputFiles files,
            BooleanSupplier interrupted,
            Duration patience) {
        long start = System.nanoTime();
        while (!interrupted.getAsBoolean()) {
            Optional<StartedProgram> found = find(root.pid(), script, table);
            if (found.isPresent()) {
                return found;
            }
            if (!root.isAlive() && root.exitValue() == KILLED) {
                return Optional.of(new StartedProgram(root.pid(), NOBODY));
            }
            if (!root.isAlive()) {
                throw startFault(files.complaint());
            }
            if (System.nanoTime() - start > patience.toNanos()) {
                throw startFault("it has not started within " + patience.toSeconds() + " seconds");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return Optional.empty();
    }

    private static RunFault startFault(String complaint) {
        return new RunFault(
                "the program could not be started" + (complaint.isEmpty() ? "" : ": " + complaint)
                        + ": run 'procgrade doctor' to see what this machine lacks",
                null);
    }

    private static Optional<StartedProgram> find(long root, StartScript script, ProcessTable table) {
        long current = root;
        for (int depth = 0; depth < DEEPEST; depth++) {
            List<Long> children = table.children(current);
            if (script.isKeeper(table.commandLine(current))) {
                return below(current, children, script, table);
            }
            if (children.isEmpty()) {
                return Optional.empty();
            }
            current = children.get(0);
        }
        return Optional.empty();
    }

    private static Optional<StartedProgram> below(
            long keeper, List<Long> children, StartScript script, ProcessTable table) {
        if (children.isEmpty()) {
            // stopped, and it has had a child: that has continued it and ended. strace stops it before it has one, too
            boolean collected =
                    table.stat(keeper).map(stat -> stat.state().isStopped()).orElse(false)
                            && table.children(keeper).isEmpty()
                            && table.hasCollectedChildren(keeper);
            return collected ? Optional.of(new StartedProgram(keeper, NOBODY)) : Optional.empty();
        }
        long child = children.get(0);
        boolean started = script.isProgram(table.commandLine(child))
                || table.stat(child).map(ProcessTable::isOver).orElse(false);
        return started ? Optional.of(new StartedProgram(keeper, child)) : Optional.empty();
    }
}
