package procgrade.run;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import procgrade.observe.ProcessRole;
import procgrade.observe.ProcessStat;

/**
 * Finds the processes that outlive the first one of their program. One that is just ending is not left behind: there is
 * none if all end before they have been quiet for a while. What uses the processor is given longer, since on a busy
 * machine ending takes its time, but not for ever. The program's time goes on meanwhile, see {@link Afterlife}.
 */
final class Leftovers {
    private static final Duration QUIET = Duration.ofMillis(300);
    private static final Duration LONGEST = Duration.ofSeconds(3);
    private static final Duration PERIOD = Duration.ofMillis(20);
    private static final long PAUSE_NANOS = 3_000_000;

    /** What libraries and virtual machines keep for themselves ends by itself when all of the program have ended. */
    private static final Set<ProcessRole.Kind> HELPERS =
            Set.of(ProcessRole.Kind.PYTHON_HELPER, ProcessRole.Kind.JAVA_HELPER);

    private final ProcessTable table;
    private final RunMembers members;
    private final Set<Long> ours;

    /** Of a run; {@code ours} are the pids around and of its first process. */
    Leftovers(ProcessTable table, RunMembers members, Set<Long> ours) {
        this.table = table;
        this.members = members;
        this.ours = ours;
    }

    /**
     * Waits for their end, and finds those that do not come to it.
     *
     * @param counts called whenever it shows that the program has been at work until now
     */
    List<RunOutcome.Leftover> find(Runnable counts) {
        Afterlife life = new Afterlife(this::seemsToHelp);
        long start = System.nanoTime();
        long quietSince = start;
        long counted = start;
        List<ProcessStat> left = look();
        while (true) {
            long now = System.nanoTime();
            life.look(now, left);
            if (life.hasSeenAnEnd() || life.isAtWork() && now - counted >= PERIOD.toNanos()) {
                counts.run();
                counted = now;
            }
            quietSince = life.isBusy() ? now : quietSince;
            boolean quiet = now - quietSince > QUIET.toNanos() && !left.stream().allMatch(this::seemsToHelp);
            if (left.isEmpty() || quiet || now - start > LONGEST.toNanos()) {
                break;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
            left = look();
        }
        return named(left);
    }

    /**
     * A helper ends when the processes do that it helps, so beside one of these it is not worth a word. Alone it is no
     * helper: a process can call itself anything.
     */
    private List<RunOutcome.Leftover> named(List<ProcessStat> left) {
        List<ProcessStat> helped = left.stream()
                .filter(stat -> !HELPERS.contains(table.role(stat).kind()))
                .toList();
        return (helped.isEmpty() ? left : helped)
                .stream()
                        .map(stat -> new RunOutcome.Leftover(
                                stat.pid(), table.role(stat).label()))
                        .toList();
    }

    private List<ProcessStat> look() {
        return members.alive().stream()
                .filter(stat -> !ours.contains(stat.pid()))
                .toList();
    }

    /** Whoever has no command line any more is at his very end, which may be that of a helper. */
    private boolean seemsToHelp(ProcessStat stat) {
        return HELPERS.contains(table.role(stat).kind())
                || table.commandLine(stat.pid()).isEmpty();
    }
}
