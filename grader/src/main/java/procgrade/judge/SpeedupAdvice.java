package procgrade.judge;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import procgrade.observe.ProcessRecord;

/** Says where to look if several workers are hardly faster than one, from where the processor time went. */
final class SpeedupAdvice {
    /** A worker with less than this share of the busiest one's time had too little to do. */
    private static final double IDLE = 0.5;

    /** A master with more than this share of all processor time is the serial part. */
    private static final double SERIAL = 0.25;

    /** More processor time than this many times that of one worker is spent on handing out the work. */
    private static final double EXTRA_WORK = 1.4;

    private SpeedupAdvice() {}

    static String of(Evidence one, Evidence several) {
        return Outlived.told(several).orElseGet(() -> ofTimes(one, several));
    }

    private static String ofTimes(Evidence one, Evidence several) {
        List<ProcessRecord> workers = several.census().workers();
        Duration all = cpu(several);
        Duration master = several.census().master().map(ProcessRecord::cpu).orElse(Duration.ZERO);
        Duration busiest = workers.stream()
                .map(ProcessRecord::cpu)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        long idle = workers.stream()
                .filter(worker -> share(worker.cpu(), busiest) < IDLE)
                .count();
        if (share(master, all) > SERIAL) {
            return "the master used " + Amount.percent(share(master, all))
                    + " of the processor time: what it does alone, no worker makes faster";
        }
        if (idle > 0) {
            return "the work is not shared evenly: " + Amount.of(idle, "worker", "workers")
                    + " had less than half as much to do as the busiest one; smaller chunks share better";
        }
        if (share(all, cpu(one)) > EXTRA_WORK) {
            return "several workers used " + Amount.percent(share(all, cpu(one)))
                    + " of the processor time of one: handing out the work costs too much; larger chunks cost less";
        }
        return "the workers wait: for tasks, for each other, or for a lock; larger chunks need fewer tasks";
    }

    private static Duration cpu(Evidence evidence) {
        return ProcessJudge.cpu(evidence.census().processes());
    }

    private static double share(Duration part, Duration whole) {
        return whole.isZero() ? 1 : (double) part.toNanos() / whole.toNanos();
    }
}
