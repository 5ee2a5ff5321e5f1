package procgrade.standstill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import procgrade.observe.Observed;
import procgrade.observe.ObservedProcess;
import procgrade.observe.ObservedThread;
import procgrade.observe.ProcessRole;
import procgrade.observe.ProcessStat;
import procgrade.observe.ProcessState;
import procgrade.observe.Progress;
import procgrade.observe.SchedStat;
import procgrade.observe.ThreadWait;
import procgrade.observe.WaitKind;

/**
 * A small language for wait-for graphs. A line for each thread: {@code 1 waits for 2, 3} or {@code 1 is TIMED}. Thread
 * ids are given in the order of the lines.
 */
final class Graph {
    private Graph() {}

    static List<Waiter> of(String... lines) {
        List<Waiter> waiters = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.replace(",", "").split(" +");
            long pid = Long.parseLong(words[0]);
            ObservedThread thread = thread(1000 + waiters.size());
            ObservedProcess process = process(pid, thread);
            waiters.add(
                    words[1].equals("is")
                            ? new Waiter(process, thread, Fate.valueOf(words[2]), Set.of(), Set.of())
                            : new Waiter(process, thread, Fate.BLOCKED, pids(words), Set.of()));
        }
        return waiters;
    }

    private static Set<Long> pids(String[] words) {
        Set<Long> pids = new LinkedHashSet<>();
        for (int i = 3; i < words.length; i++) {
            pids.add(Long.valueOf(words[i]));
        }
        return pids;
    }

    static ObservedThread thread(long tid) {
        SchedStat counters = new SchedStat(Duration.ofMillis(3), Duration.ZERO, 7);
        return new ObservedThread(
                tid,
                OptionalLong.empty(),
                "python3",
                ProcessState.SLEEPING,
                new ThreadWait(
                        WaitKind.FUTEX,
                        false,
                        Optional.empty(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        Optional.empty()),
                new Progress(Observed.of(counters), Observed.unreadable()));
    }

    /** A process that has ended and was not asked for its exit code. */
    static ProcessStat dead(long pid) {
        return stat(pid, ProcessState.ZOMBIE, 1);
    }

    private static ProcessStat stat(long pid, ProcessState state, int threads) {
        return new ProcessStat(
                pid,
                "python3",
                state,
                1,
                pid,
                pid,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                threads,
                Duration.ofSeconds(pid),
                0,
                OptionalInt.empty(),
                true,
                false);
    }

    static ObservedProcess process(long pid, ObservedThread... threads) {
        ProcessStat stat = stat(pid, ProcessState.SLEEPING, threads.length);
        List<String> commandLine = List.of("python3", "pi_mw.py");
        return new ObservedProcess(
                stat,
                commandLine,
                OptionalLong.empty(),
                false,
                List.of(threads),
                true,
                ProcessRole.guess(commandLine, "python3"));
    }
}
