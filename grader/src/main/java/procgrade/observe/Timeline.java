package procgrade.observe;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How much processor time each process of a run had used, at several moments.
 *
 * @param samples in the order of time; perhaps none
 */
public record Timeline(List<Sample> samples) {
    /**
     * One moment.
     *
     * @param at since the run began
     * @param cpu pid to processor time so far, of the processes that were alive then or have ended
     *     since the sample before
     * @param switches pid to the number of times its threads have been given a core so far
     * @param runDelay time that runnable threads of the program have waited for a core so far
     */
    public record Sample(Duration at, Map<Long, Duration> cpu, Map<Long, Long> switches, Duration runDelay) {
        /** Copies the maps. */
        public Sample {
            cpu = Map.copyOf(cpu);
            switches = Map.copyOf(switches);
        }
    }

    /** Copies the list. */
    public Timeline {
        samples = List.copyOf(samples);
    }
}
