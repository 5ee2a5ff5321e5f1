package procgrade.judge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import procgrade.observe.ProcessRecord;

/**
 * Judges how processes wait. Who waits in the kernel is not given a core until there is something to do. Who asks again
 * and again shows in one of two ways: it wakes up often for next to nothing, or it keeps a core busy.
 */
final class Waits {
    /**
     * A waiting master on JDK 17 was seen to wake up 64 to 74 times a second, all by its virtual machine, and one that asks
     * each millisecond many hundred times. Python needs no wake-ups for itself.
     */
    private static final double OFTEN_IN_JAVA = 150;

    /** In so many moments of a second, of which there are some fifty. */
    private static final double OFTEN = 8;

    /**
     * Linux lets a sleep end up to 50 microseconds late, so who only sleeps in between cannot ask more often. Who wakes up
     * more often is woken by others: an item arrives each time.
     */
    private static final double MORE_OFTEN_THAN_SLEEPERS = 20_000;

    private static final double NANOS = 1e9;

    /** Below this share of a core a process waits more than it computes. */
    private static final double QUIET = 0.2;

    /** Above this share of a core it does not wait at all. */
    private static final double BUSY = 0.8;

    /** If processes had no core for more of the time than this, one that computes may look like one that waits. */
    private static final double STARVED = 0.5;

    /** Less than this is not enough to tell. */
    private static final Duration ENOUGH = Duration.ofSeconds(1);

    /** Long enough for several questions of one that asks, short enough that few have an answer arriving in them. */
    private static final Duration WINDOW = Duration.ofMillis(500);

    private final Evidence evidence;
    private final BusyTimes busy;

    Waits(Evidence evidence) {
        this.evidence = evidence;
        this.busy = new BusyTimes(evidence.timeline());
    }

    Finding judge() {
        List<String> restless = new ArrayList<>();
        Duration longest = Duration.ZERO;
        for (ProcessRecord process : evidence.census().processes()) {
            if (!process.isMasterOrWorker()) {
                continue;
            }
            Waiting waiting = waiting(process.pid());
            longest = longest.compareTo(waiting.length()) < 0 ? waiting.length() : longest;
            if (waiting.length().compareTo(ENOUGH) >= 0 && asks(process, waiting)) {
                restless.add(String.format(
                        Locale.ROOT, "%s woke up %.0f times a second", process.title(), waiting.perSecond()));
            }
        }
        if (masterSpins(true)) {
            restless.add("master kept a core busy while its workers computed");
        } else if (masterSpins(false)) {
            restless.add("master kept a core busy while its workers waited or slept");
        }
        if (!restless.isEmpty()) {
            return ProcessJudge.wrong("it asks again and again instead of waiting: " + restless.get(0))
                    .withDetails(restless.size() > 1 ? restless : List.of())
                    .withHelp("get, recv, acquire and join wait by themselves: no loop, no sleep, no time limit");
        }
        return longest.compareTo(ENOUGH) >= 0 ? Finding.PASSED : notMeasurable(longest);
    }

    private static boolean asks(ProcessRecord process, Waiting waiting) {
        boolean often =
                process.role().isJava() ? waiting.perSecond() > OFTEN_IN_JAVA : waiting.momentsPerSecond() > OFTEN;
        return often && waiting.perSecond() < MORE_OFTEN_THAN_SLEEPERS;
    }

    /** Nobody waited long enough; with the cores that others had it might have been enough. */
    private Finding notMeasurable(Duration longest) {
        Duration starved = busy.steps().stream()
                .filter(Waits::isStarved)
                .map(BusyTimes.Step::length)
                .reduce(Duration.ZERO, Duration::plus);
        return starved.plus(longest).compareTo(ENOUGH) >= 0
                ? Finding.disturbed("other programs kept it from the cores, so how its processes wait cannot be told")
                : Finding.of(
                        Verdict.NOT_MEASURABLE,
                        "no process waited for " + Amount.seconds(ENOUGH) + ", so how they wait cannot be told");
    }

    private static boolean isStarved(BusyTimes.Step step) {
        return share(step.runDelay(), step.length()) > STARVED;
    }

    /**
     * The time in which a process was quiet. What it did then is as a rule: a large item that arrives wakes its reader once
     * for each part, all at once, and says nothing about how the reader waits.
     *
     * @param length of that time
     * @param perSecond how often it was given a core in a second of it
     * @param momentsPerSecond in how many of the moments between two samples it was given one at all
     */
    private record Waiting(Duration length, double perSecond, double momentsPerSecond) {}

    private Waiting waiting(long pid) {
        Duration length = Duration.ZERO;
        List<Double> rates = new ArrayList<>();
        List<Double> momentRates = new ArrayList<>();
        Duration window = Duration.ZERO;
        long switches = 0;
        int moments = 0;
        for (BusyTimes.Step step : busy.steps()) {
            if (!step.cpu().containsKey(pid) || share(step.cpu(pid), step.length()) >= QUIET || isStarved(step)) {
                continue;
            }
            length = length.plus(step.length());
            window = window.plus(step.length());
            long more = step.switches().getOrDefault(pid, 0L);
            switches += more;
            moments += more > 0 ? 1 : 0;
            if (window.compareTo(WINDOW) >= 0) {
                rates.add(switches * NANOS / window.toNanos());
                momentRates.add(moments * NANOS / window.toNanos());
                window = Duration.ZERO;
                switches = 0;
                moments = 0;
            }
        }
        return new Waiting(length, lowerMedian(rates), lowerMedian(momentRates));
    }

    private static double lowerMedian(List<Double> rates) {
        return rates.isEmpty() ? 0 : rates.stream().sorted().toList().get((rates.size() - 1) / 2);
    }

    /** Whether the master computes nearly all the time in which its workers are there and work, or do not. */
    private boolean masterSpins(boolean whileTheyWork) {
        Duration together = Duration.ZERO;
        Duration spun = Duration.ZERO;
        List<Long> workers =
                evidence.census().workers().stream().map(ProcessRecord::pid).toList();
        for (BusyTimes.Step step : busy.steps()) {
            boolean alive = workers.stream().anyMatch(step.cpu()::containsKey);
            boolean working = workers.stream().anyMatch(pid -> share(step.cpu(pid), step.length()) > QUIET);
            if (alive && working == whileTheyWork) {
                together = together.plus(step.length());
                spun = spun.plus(evidence.census()
                        .master()
                        .map(master -> step.cpu(master.pid()))
                        .orElse(Duration.ZERO));
            }
        }
        return together.compareTo(ENOUGH) >= 0 && share(spun, together) > BUSY;
    }

    private static double share(Duration part, Duration whole) {
        return whole.isZero() ? 0 : (double) part.toNanos() / whole.toNanos();
    }
}
