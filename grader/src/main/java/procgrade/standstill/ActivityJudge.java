package procgrade.standstill;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import procgrade.observe.BackgroundThreads;
import procgrade.observe.KernelUnits;
import procgrade.observe.Observed;
import procgrade.observe.ObservedProcess;
import procgrade.observe.ProcFs;
import procgrade.observe.ProcessStat;
import procgrade.observe.WaitKind;

/** Tells how a program that does not end spends its time. A judgement for a reader, not a proof. */
final class ActivityJudge {
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final int STAT_BYTES = 4096;

    /** More of a core than this is computing; a program that only looks again and again needs less. */
    private static final double BUSY_SHARE = 0.5;

    /** So many times per second somebody has woken up who does not compute. */
    private static final int MOVES_OF_POLLING = 3;

    private final ProcFs proc;
    private final KernelUnits units;
    private final QuietWatch watch;
    private Sample older;
    private Sample newer;

    ActivityJudge(ProcFs proc, QuietWatch watch) {
        this.proc = proc;
        this.units = KernelUnits.read(proc);
        this.watch = watch;
    }

    /** The processor time of each process, and how often it was seen to have moved. */
    private record Sample(Duration at, Map<Long, Duration> cpu, Map<Long, Integer> moves) {}

    /** Takes a sample from time to time. */
    void tick(Duration elapsed) {
        if (newer == null || elapsed.minus(newer.at()).compareTo(PERIOD) >= 0) {
            older = newer;
            newer = sample(elapsed);
        }
    }

    private Sample sample(Duration at) {
        Map<Long, Duration> cpu = new HashMap<>();
        for (long pid : watch.pids()) {
            Observed<ProcessStat> stat =
                    proc.read(pid + "/stat", STAT_BYTES).parse(content -> ProcessStat.parse(content, units));
            stat.toOptional().ifPresent(known -> cpu.put(pid, known.cpu()));
        }
        return new Sample(at, cpu, watch.moves());
    }

    Activity judge(Picture picture, Cast cast, Waits waits) {
        Set<String> stopped = titles(picture, cast, waiter -> waiter.fate() == Fate.STOPPED);
        if (!stopped.isEmpty()) {
            return activity(Activity.Kind.STOPPED, stopped, "stopped by a signal");
        }
        Set<String> computing = titles(picture, cast, this::computes);
        if (!computing.isEmpty()) {
            return activity(Activity.Kind.COMPUTING, computing, "computing");
        }
        Set<String> polling = titles(picture, cast, this::polls);
        if (!polling.isEmpty()) {
            return activity(Activity.Kind.POLLING, polling, "looking again and again for something that does not come");
        }
        Set<String> sleeping = titles(picture, cast, ActivityJudge::sleeps);
        if (!sleeping.isEmpty()) {
            return activity(Activity.Kind.SLEEPING, sleeping, "sleeping or waiting for a limited time");
        }
        Set<String> reading = titles(picture, cast, waiter -> waiter.fate() == Fate.OUTSIDE);
        if (!reading.isEmpty()) {
            return activity(Activity.Kind.AWAITING_INPUT, reading, "waiting for input from outside of the program");
        }
        return new Activity(Activity.Kind.WAITING, waiting(picture, cast, waits));
    }

    private static Activity activity(Activity.Kind kind, Set<String> who, String what) {
        return new Activity(kind, Explanation.list(List.copyOf(who)) + (who.size() == 1 ? " was " : " were ") + what);
    }

    private static String waiting(Picture picture, Cast cast, Waits waits) {
        Set<String> parts = new LinkedHashSet<>();
        for (Waiter waiter : picture.waiters()) {
            boolean first =
                    waiter.tid() == waiter.pid() && !waiter.process().role().isJava();
            if (waiter.fate() == Fate.BLOCKED && (first || isOfProgram(waiter))) {
                parts.add(Explanation.withArticle(cast.title(waiter.process())) + " "
                        + waits.of(waiter).words());
            }
        }
        return parts.isEmpty() ? "no process was running" : String.join("; ", parts);
    }

    private static Set<String> titles(Picture picture, Cast cast, Predicate<Waiter> which) {
        Set<String> titles = new LinkedHashSet<>();
        for (Waiter waiter : picture.waiters()) {
            if (waiter.fate() != Fate.INTERNAL && which.test(waiter)) {
                titles.add(Explanation.withArticle(cast.title(waiter.process())));
            }
        }
        return titles;
    }

    private static boolean isOfProgram(Waiter waiter) {
        return !BackgroundThreads.contains(waiter.process(), waiter.thread());
    }

    private static boolean sleeps(Waiter waiter) {
        return waiter.fate() == Fate.TIMED && isOfProgram(waiter);
    }

    private boolean computes(Waiter waiter) {
        if (older == null) {
            return waiter.thread().activity().kind() == WaitKind.RUNNING && isOfProgram(waiter);
        }
        ObservedProcess process = waiter.process();
        Duration before = older.cpu().getOrDefault(process.pid(), Duration.ZERO);
        Duration used = newer.cpu().getOrDefault(process.pid(), before).minus(before);
        return used.toNanos() > BUSY_SHARE * newer.at().minus(older.at()).toNanos();
    }

    private boolean polls(Waiter waiter) {
        if (older == null) {
            return false;
        }
        int before = older.moves().getOrDefault(waiter.pid(), 0);
        int moves = newer.moves().getOrDefault(waiter.pid(), 0) - before;
        return moves > MOVES_OF_POLLING * newer.at().minus(older.at()).toSeconds();
    }
}
