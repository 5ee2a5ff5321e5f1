package procgrade.standstill;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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

    /** Who did what, and the line at which the first of them was seen; empty if nobody did. */
    private Optional<Activity> tell(Activity.Kind kind, Predicate<Waiter> which, String what) {
        Set<String> who = titles(which);
        if (who.isEmpty()) {
            return Optional.empty();
        }
        String place = first(
                waiter -> Optional.of(waiter).filter(which).map(places::of).filter(known -> !known.isEmpty()));
        String did = who.size() > 1 ? what.replaceFirst("^was ", "were ") : what;
        String others = kind == Activity.Kind.POLLING ? idle() : "";
        String sentence = Titles.list(List.copyOf(who)) + " " + did + (place.isEmpty() ? "" : ", at " + place) + others;
        return Optional.of(new Activity(kind, sentence));
    }

    private Set<String> titles(Predicate<Waiter> which) {
        Set<String> titles = new LinkedHashSet<>();
        for (Waiter waiter : picture.waiters()) {
            if (!cast.isHelper(waiter.process()) && waiter.fate() != Fate.INTERNAL && which.test(waiter)) {
                titles.add(Party.withArticle(cast.title(waiter.process())));
            }
        }
        return titles;
    }

    private String first(Function<Waiter, Optional<String>> what) {
        return picture.waiters().stream()
                .flatMap(waiter -> what.apply(waiter).stream())
                .findFirst()
                .orElse("");
    }

    private String asked() {
        return first(this::question);
    }

    /** What a thread asks that is awake again and again. */
    private Optional<String> question(Waiter waiter) {
        return computes(waiter) || polls(waiter) ? places.question(waiter) : Optional.empty();
    }

    /** What the workers did meanwhile of whom nothing is said. */
    private String idle() {
        Set<String> others = titles(waiter -> sleeps(waiter) && !computes(waiter) && !polls(waiter));
        return others.isEmpty() ? "" : "; meanwhile " + Titles.list(List.copyOf(others)) + " slept";
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
