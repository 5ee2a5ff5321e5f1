package procgrade.standstill;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import procgrade.observe.BackgroundThreads;
import procgrade.observe.WaitKind;

/**
 * Tells how a program that does not end spends its time. A judgement for a reader, not a proof.
 *
 * @param picture of the program at this moment
 * @param spent how it has spent the last second or so; if that is not known, what it does at this moment decides
 */
record ActivityJudge(Picture picture, Optional<Spent> spent, Cast cast, Waits waits, Places places) {
    Activity judge() {
        return tell(Activity.Kind.POLLING, waiter -> question(waiter).isPresent(), "asked again and again " + asked())
                .or(() ->
                        tell(Activity.Kind.STOPPED, waiter -> waiter.fate() == Fate.STOPPED, "was stopped by a signal"))
                .or(() -> tell(Activity.Kind.COMPUTING, this::computes, "was computing"))
                .or(() -> tell(
                        Activity.Kind.POLLING, this::polls, "looked again and again for something that does not come"))
                .or(() -> tell(Activity.Kind.SLEEPING, ActivityJudge::sleeps, "slept, or waited for a limited time"))
                .or(() -> tell(Activity.Kind.COMPUTING, ActivityJudge::runsNow, "was computing"))
                .or(() -> tell(
                        Activity.Kind.AWAITING_INPUT,
                        waiter -> waiter.fate() == Fate.OUTSIDE,
                        "waited for input from outside of the program"))
                .orElseGet(() -> new Activity(Activity.Kind.WAITING, waiting()));
    }

    /** Who did what, and where the first of them was seen to do it; empty if nobody did. */
    private Optional<Activity> tell(Activity.Kind kind, Predicate<Waiter> which, String what) {
        List<Waiter> waiters = waiters(which);
        if (waiters.isEmpty()) {
            return Optional.empty();
        }
        List<String> who = titles(waiters);
        String did = who.size() > 1 ? what.replaceFirst("^was ", "were ") : what;
        String place = place(waiters);
        String others = kind == Activity.Kind.POLLING ? idle() : "";
        String sentence = Titles.list(who) + " " + did + (place.isEmpty() ? "" : ", at " + place) + others;
        return Optional.of(new Activity(kind, sentence));
    }

    private List<Waiter> waiters(Predicate<Waiter> which) {
        return picture.waiters().stream()
                .filter(waiter -> !cast.isHelper(waiter.process()) && waiter.fate() != Fate.INTERNAL)
                .filter(which)
                .toList();
    }

    private List<String> titles(List<Waiter> waiters) {
        return waiters.stream()
                .map(waiter -> Party.withArticle(cast.title(waiter.process())))
                .distinct()
                .toList();
    }

    /** Of the threads of a process it is the one that has used most: the others may have waited for that one. */
    private String place(List<Waiter> waiters) {
        List<Waiter> placed =
                waiters.stream().filter(waiter -> !places.of(waiter).isEmpty()).toList();
        return placed.stream()
                .filter(waiter -> waiter.pid() == placed.get(0).pid())
                .max(Comparator.comparing(this::cpu))
                .map(places::of)
                .orElse("");
    }

    private Duration cpu(Waiter waiter) {
        return spent.map(time -> time.cpu(waiter.pid(), waiter.tid())).orElse(Duration.ZERO);
    }

    private String asked() {
        return waiters(waiter -> true).stream()
                .flatMap(waiter -> question(waiter).stream())
                .findFirst()
                .orElse("");
    }

    /** What a thread asks that is awake again and again. */
    private Optional<String> question(Waiter waiter) {
        return computes(waiter) || polls(waiter) ? places.question(waiter) : Optional.empty();
    }

    /** What the workers did meanwhile of whom nothing is said. */
    private String idle() {
        List<String> others = titles(waiters(waiter -> sleeps(waiter) && !computes(waiter) && !polls(waiter)));
        return others.isEmpty() ? "" : "; meanwhile " + Titles.list(others) + " slept";
    }

    private String waiting() {
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

    private static boolean runsNow(Waiter waiter) {
        return waiter.thread().activity().kind() == WaitKind.RUNNING && isOfProgram(waiter);
    }

    private boolean computes(Waiter waiter) {
        return spent.map(time -> time.computes(waiter.pid(), waiter.tid())).orElseGet(() -> runsNow(waiter));
    }

    private boolean polls(Waiter waiter) {
        return spent.filter(time -> time.wakesUpAgainAndAgain(waiter.pid())
                        || isOfProgram(waiter) && time.isScheduledAgainAndAgain(waiter.pid(), waiter.tid()))
                .isPresent();
    }
}
