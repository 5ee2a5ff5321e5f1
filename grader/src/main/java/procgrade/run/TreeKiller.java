package procgrade.run;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import procgrade.observe.ProcessStat;

/**
 * Ends all processes of a run. First nobody may start another one: all are stopped, again and again, until a look finds
 * nobody new. Then all are killed, until a look finds nobody at all.
 */
final class TreeKiller {
    private static final int MOST_ROUNDS_OF_STOPS = 200;
    private static final int LOOKS_WITHOUT_ANYBODY = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long PAUSE_NANOS = 1_000_000;

    private final Signals signals;
    private final ProcessTable table;
    private final Duration patience;

    TreeKiller(Signals signals, ProcessTable table) {
        this(signals, table, PATIENCE);
    }

    /** Gives up on what is alive after {@code patience}. */
    TreeKiller(Signals signals, ProcessTable table, Duration patience) {
        this.signals = signals;
        this.table = table;
        this.patience = patience;
    }

    /**
     * Kills.
     *
     * @param members of the run
     * @param freeze whether to stop them first; needless if they die together with the first process of a sandbox
     * @throws RunFault if something cannot be killed
     */
    void kill(RunMembers members, boolean freeze) {
        if (freeze) {
            freeze(members);
        }
        long start = System.nanoTime();
        // twice: a process that was starting another one while the list was read may have hidden it
        int empty = 0;
        while (empty < LOOKS_WITHOUT_ANYBODY) {
            List<ProcessStat> alive = members.alive();
            empty = alive.isEmpty() ? empty + 1 : 0;
            if (members.haveOwnGroup(alive)) {
                signals.killGroup(members.group());
            }
            for (ProcessStat victim : alive) {
                ProcessHandle.of(victim.pid()).ifPresent(ProcessHandle::destroyForcibly);
            }
            if (!alive.isEmpty() && System.nanoTime() - start > patience.toNanos()) {
                ProcessStat first = alive.get(0);
                throw new RunFault(
                        "process " + first.pid() + " (" + table.role(first).label()
                                + ") of the program cannot be killed: end it by hand, or restart the machine",
                        null);
            }
            if (!alive.isEmpty()) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private void freeze(RunMembers members) {
        Set<Long> stopped = new HashSet<>();
        for (int round = 0; round < MOST_ROUNDS_OF_STOPS; round++) {
            List<ProcessStat> moving = members.alive().stream()
                    .filter(stat ->
                            !stopped.contains(stat.pid()) && !stat.state().isStopped())
                    .toList();
            if (moving.isEmpty()) {
                return;
            }
            // most are in one group, and none of a group escapes by forking
            if (members.haveOwnGroup(moving)) {
                signals.stopGroup(members.group());
            }
            signals.stop(moving.stream()
                    .filter(stat -> stat.processGroup() != members.group())
                    .toList());
            moving.forEach(stat -> stopped.add(stat.pid()));
        }
    }
}
