package procgrade.run;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import procgrade.observe.ProcessRole;
import procgrade.observe.ProcessStat;
import procgrade.observe.ProcessState;

/**
 * Finds the processes that outlive their program. One that is just ending is not left behind: there is none if all end
 * before they have been quiet for a while. What uses the processor is given longer, since on a busy machine ending
 * takes its time, but not for ever.
 */
final class Leftovers {
    private static final Duration QUIET = Duration.ofMillis(300);
    private static final Duration LONGEST = Duration.ofSeconds(3);
    private static final long PAUSE_NANOS = 3_000_000;

    /** What libraries, virtual machines and the sandbox keep for themselves ends after the program, by itself. */
    private static final Set<ProcessRole.Kind> HELPERS =
            Set.of(ProcessRole.Kind.PYTHON_HELPER, ProcessRole.Kind.JAVA_HELPER, ProcessRole.Kind.SANDBOX);

    private final ProcessTable table;
    private final RunMembers members;
    private final Set<Long> ours;

    /** Of a run; {@code ours} are the pids around and of its first process. */
    Leftovers(ProcessTable table, RunMembers members, Set<Long> ours) {
        this.table = table;
        this.members = members;
        this.ours = ours;
    }

    List<RunOutcome.Leftover> find() {
        long start = System.nanoTime();
        long quietSince = start;
        Map<Long, Duration> cpu = new HashMap<>();
        List<ProcessStat> left = look();
        while (!left.isEmpty()) {
            long now = System.nanoTime();
            if (left.stream().anyMatch(stat -> isBusy(stat, cpu))) {
                quietSince = now;
            }
            if (now - quietSince > QUIET.toNanos() || now - start > LONGEST.toNanos()) {
                break;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
            left = look();
        }
        return left.stream()
                .filter(stat -> !HELPERS.contains(table.role(stat).kind()))
                .map(stat ->
                        new RunOutcome.Leftover(stat.pid(), table.role(stat).label()))
                .toList();
    }

    private List<ProcessStat> look() {
        return members.alive().stream()
                .filter(stat -> !ours.contains(stat.pid()))
                .toList();
    }

    /** Runs, or has run since the last look. */
    private static boolean isBusy(ProcessStat stat, Map<Long, Duration> cpu) {
        Duration before = cpu.put(stat.pid(), stat.cpu());
        boolean ran = before != null && !before.equals(stat.cpu());
        return ran || stat.state() == ProcessState.RUNNING;
    }
}
