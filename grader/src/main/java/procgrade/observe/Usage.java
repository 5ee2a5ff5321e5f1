package procgrade.observe;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What the processes of a program had used at one moment.
 *
 * @param at when, counted from the start of the run
 * @param processes those that were alive, by pid
 */
public record Usage(Duration at, Map<Long, OfProcess> processes) {
    /** Keeps a copy. */
    public Usage {
        processes = Map.copyOf(processes);
    }

    /**
     * One process.
     *
     * @param cpu processor time of all threads that it has had
     * @param awakenings how often it was seen to have run after a look at which it had not
     * @param threads those that it has, by tid
     */
    public record OfProcess(Duration cpu, int awakenings, Map<Long, OfThread> threads) {
        /** Keeps a copy. */
        public OfProcess {
            threads = Map.copyOf(threads);
        }
    }

    /**
     * One thread.
     *
     * @param cpu its processor time; zero if the kernel has no scheduler statistics
     * @param delay for how long it could have run but had no core; zero if the kernel has no scheduler statistics
     * @param timeslices how often it was given a core; zero if the kernel has no scheduler statistics
     */
    public record OfThread(Duration cpu, Duration delay, long timeslices) {}

    static Usage of(Duration at, Collection<WatchedProcess> processes) {
        Map<Long, OfProcess> used = new HashMap<>();
        for (WatchedProcess process : processes) {
            Map<Long, OfThread> threads = new HashMap<>();
            for (WatchedThread thread : process.threads()) {
                Duration cpu = Duration.ofNanos(thread.cpuNanos());
                Duration delay = Duration.ofNanos(thread.delayNanos());
                threads.put(thread.tid(), new OfThread(cpu, delay, thread.timeslices()));
            }
            used.put(process.pid(), new OfProcess(Duration.ofNanos(process.cpuNanos()), process.awakenings(), threads));
        }
        return new Usage(at, used);
    }
}
