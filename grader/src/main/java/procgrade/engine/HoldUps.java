package procgrade.engine;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import procgrade.observe.EnvironmentMark;
import procgrade.observe.ProcessStarts;
import procgrade.run.RunWatcher;
import procgrade.run.StopReason;

/**
 * Stops single processes of a run for moments, so that others overtake them who never would otherwise: it brings to light
 * what a program owes to luck. Which process, when and for how long depends on a seed and on the order in which processes
 * start, not on their pids.
 *
 * <p>After some seconds it lets the program go on undisturbed, so that it can end, or be proved to stand still.
 */
final class HoldUps implements RunWatcher {
    private static final Duration END = Duration.ofSeconds(2);
    private static final int LONGEST_PAUSE_MILLIS = 40;
    private static final int SHORTEST_MILLIS = 20;
    private static final int LONGEST_MILLIS = 100;
    private static final long PATIENCE_MILLIS = 1_000;

    private final SplittableRandom random;
    private final Supplier<List<Long>> processes;
    private final Holder holder;
    private Duration next = Duration.ZERO;

    /** Stops a process for some time, and lets it go on also if the grader dies meanwhile. */
    interface Holder {
        /** Begins to hold a process up; returns at once. */
        void hold(long pid, int milliseconds);

        /** Returns when nobody is held up any more. */
        void finish();
    }

    /**
     * Hold-ups of one run.
     *
     * @param seed of the schedule
     * @param processes pids of those that are alive, in the order of their start
     * @param holder stops them
     */
    HoldUps(long seed, Supplier<List<Long>> processes, Holder holder) {
        this.random = new SplittableRandom(seed);
        this.processes = processes;
        this.holder = holder;
    }

    @Override
    public void started(long rootPid, long programPid, EnvironmentMark mark) {
        next = Duration.ZERO;
    }

    @Override
    public Optional<StopReason> tick(Duration elapsed) {
        if (elapsed.compareTo(next) < 0 || elapsed.compareTo(END) > 0) {
            return Optional.empty();
        }
        List<Long> alive = processes.get();
        if (!alive.isEmpty()) {
            int length = random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS);
            holder.hold(alive.get(random.nextInt(alive.size())), length);
            next = elapsed.plusMillis(length + random.nextInt(LONGEST_PAUSE_MILLIS));
        }
        return Optional.empty();
    }

    @Override
    public boolean isIdle(Duration elapsed) {
        return elapsed.compareTo(END) > 0;
    }

    @Override
    public boolean isSteady(Duration elapsed) {
        return isIdle(elapsed);
    }

    @Override
    public void ending(Duration elapsed, Optional<StopReason> stopped) {
        holder.finish();
    }

    /** A shell of its own for each hold-up. */
    static final class ShellHolder implements Holder {
        private Process last;

        @Override
        public void hold(long pid, int milliseconds) {
            String script =
                    "kill -STOP " + pid + " && sleep 0." + String.format("%03d", milliseconds) + "; kill -CONT " + pid;
            try {
                last = ProcessStarts.start(new ProcessBuilder("/bin/sh", "-c", script)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD));
            } catch (IOException notStarted) {
                last = null;
            }
        }

        @Override
        public void finish() {
            try {
                if (last != null && !last.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                    last.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
