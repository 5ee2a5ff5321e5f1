package procgrade.standstill;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import procgrade.observe.BackgroundThreads;
import procgrade.observe.KernelUnits;
import procgrade.observe.Observed;
import procgrade.observe.ObservedProcess;
import procgrade.observe.ProcFs;
import procgrade.observe.ProcessStat;
import procgrade.observe.Pulse;
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
    private final Pulse pulse;
    private Sample older;
    private Sample newer;

    ActivityJudge(ProcFs proc, Pulse pulse) {
        this.proc = proc;
        this.units = KernelUnits.read(proc);
        this.pulse = pulse;
    }

    /** The processor time of each process, and how often it was seen to have moved. */
    private record Sample(Duration at, Map<Long, Duration> cpu, Map<Long, Integer> moves) {}

    boolean isDue(Duration elapsed) {
        return newer == null || elapsed.minus(newer.at()).compareTo(PERIOD) >= 0;
    }

    /** Takes a sample from time to time. */
    void tick(Duration elapsed) {
        if (isDue(elapsed)) {
            older = newer;
            newer = sample(elapsed);
        }
    }

    private Sample sample(Duration at) {
        Map<Long, Duration> cpu = new HashMap<>();
        for (long pid : pulse.pids()) {
            Observed<ProcessStat> stat =
                    proc.read(pid + "/stat", STAT_BYTES).parse(content -> ProcessStat.parse(content, units));
            stat.toOptional().ifPresent(known -> cpu.put(pid, known.cpu()));
        }
        return new Sample(at, cpu, pulse.awakenings());
    }

    Activity judge(Picture picture, Cast cast, Waits waits, Places places) {
        Teller teller = new Teller(picture, cast, places);
        Set<String> asking = teller.each(waiter -> question(waiter, places).isPresent());
        if (!asking.isEmpty()) {
            String what = "asked again and again " + teller.first(waiter -> question(waiter, places));
            String sentence = teller.sentence(
                    asking, what, waiter -> question(waiter, places).isPresent());
            return new Activity(Activity.Kind.POLLING, sentence + idle(teller));
        }
        Set<String> stopped = teller.each(waiter -> waiter.fate() == Fate.STOPPED);
        if (!stopped.isEmpty()) {
            return new Activity(Activity.Kind.STOPPED, Teller.was(stopped, "stopped by a signal"));
        }
        Set<String> computing = teller.each(this::computes);
        if (!computing.isEmpty()) {
            String sentence = teller.sentence(computing, Teller.was(computing, "computing", ""), this::computes);
            return new Activity(Activity.Kind.COMPUTING, sentence);
        }
        Set<String> polling = teller.each(this::polls);
        if (!polling.isEmpty()) {
            String what = "looked again and again for something that does not come";
            return new Activity(Activity.Kind.POLLING, teller.sentence(polling, what, this::polls) + idle(teller));
        }
        Set<String> sleeping = teller.each(ActivityJudge::sleeps);
        if (!sleeping.isEmpty()) {
            String what = "slept, or waited for a limited time";
            return new Activity(Activity.Kind.SLEEPING, teller.sentence(sleeping, what, ActivityJudge::sleeps));
        }
        Set<String> reading = teller.each(waiter -> waiter.fate() == Fate.OUTSIDE);
        if (!reading.isEmpty()) {
            String what = "waited for input from outside of the program";
            return new Activity(
                    Activity.Kind.AWAITING_INPUT,
                    teller.sentence(reading, what, waiter -> waiter.fate() == Fate.OUTSIDE));
        }
        return new Activity(Activity.Kind.WAITING, waiting(picture, cast, waits));
    }

    /** What a thread asks that is awake again and again. */
    private Optional<String> question(Waiter waiter, Places places) {
        return computes(waiter) || polls(waiter) ? places.question(waiter) : Optional.empty();
    }

    /** What the workers did meanwhile of whom nothing is said. */
    private String idle(Teller teller) {
        Set<String> others = teller.each(waiter -> sleeps(waiter) && !computes(waiter) && !polls(waiter));
        return others.isEmpty() ? "" : "; meanwhile " + Titles.list(List.copyOf(others)) + " slept";
    }

    private static String waiting(Picture picture, Cast cast, Waits waits) {
        Set<String> parts = new LinkedHashSet<>();
        for (Waiter waiter : picture.waiters()) {
            boolean first =
                    waiter.tid() == waiter.pid() && !waiter.process().role().isJava();
            if (!cast.isHelper(waiter.process()) && waiter.fate() == Fate.BLOCKED && (first || isOfProgram(waiter))) {
                parts.add(Party.withArticle(cast.title(waiter.process())) + " "
                        + waits.of(waiter).words());
            }
        }
        return parts.isEmpty() ? "no process was running" : String.join("; ", parts);
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

    /** Tells of some of the threads. */
    private record Teller(Picture picture, Cast cast, Places places) {
        Set<String> each(Predicate<Waiter> which) {
            Set<String> titles = new LinkedHashSet<>();
            for (Waiter waiter : picture.waiters()) {
                if (!cast.isHelper(waiter.process()) && waiter.fate() != Fate.INTERNAL && which.test(waiter)) {
                    titles.add(Party.withArticle(cast.title(waiter.process())));
                }
            }
            return titles;
        }

        String first(Function<Waiter, Optional<String>> what) {
            return picture.waiters().stream()
                    .flatMap(waiter -> what.apply(waiter).stream())
                    .findFirst()
                    .orElse("");
        }

        /** Who did what, and the line at which the first of them was seen. */
        String sentence(Set<String> who, String what, Predicate<Waiter> which) {
            String place = first(waiter -> which.test(waiter)
                    ? Optional.of(places.of(waiter)).filter(known -> !known.isEmpty())
                    : Optional.empty());
            return Titles.list(List.copyOf(who)) + " " + what + (place.isEmpty() ? "" : ", at " + place);
        }

        static String was(Set<String> who, String what) {
            return was(who, what, Titles.list(List.copyOf(who)) + " ");
        }

        static String was(Set<String> who, String what, String front) {
            return front + (who.size() == 1 ? "was " : "were ") + what;
        }
    }
}
