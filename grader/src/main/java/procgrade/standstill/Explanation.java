package procgrade.standstill;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import procgrade.observe.BackgroundThreads;
import procgrade.observe.MultiprocessingSessions;
import procgrade.observe.ObservedProcess;
import procgrade.standstill.Doing.Action;

/** Says of a standstill who waits for whom, and what mistake it looks like. */
final class Explanation {
    private static final Pattern LIBRARY_THREAD =
            Pattern.compile("mp-(lifeline|reaper-.*|timer|signals|close-.*|pool-.*)|process reaper.*|DestroyJavaVM");
    private static final String FEEDER = "mp-feeder-";

    private final Picture picture;
    private final Cast cast;
    private final Waits waits;
    private final PythonReports reports;
    private final Places places;

    Explanation(Picture picture, MultiprocessingSessions sessions, PythonReports reports, Cast cast) {
        this.picture = picture;
        this.cast = cast;
        this.reports = reports;
        this.places = new Places(picture.java(), reports);
        this.waits = new Waits(picture, sessions, reports, cast);
    }

    Standstill standstill() {
        List<Party> parties = parties();
        Scene scene = new Scene(parties, cast.ended());
        Optional<Hints.Match> match = new Hints(scene).match();
        List<Standstill.Waiting> waiting = new ArrayList<>();
        for (Party party : parties) {
            waiting.add(new Standstill.Waiting(
                    party.pid(),
                    party.title(),
                    party.doing().words(),
                    party.place(),
                    party.needs().stream().sorted().toList()));
        }
        return new Standstill(
                true,
                waiting,
                match.map(Hints.Match::observed).orElseGet(() -> sentence(parties)),
                match.map(Hints.Match::advice).orElse(Standstill.Advice.NONE));
    }

    /**
     * Somebody who is spoken of.
     *
     * @param waiter the thread
     * @param doing what it does
     */
    private record Told(Waiter waiter, Doing doing) {
        long pid() {
            return waiter.pid();
        }
    }

    private List<Party> parties() {
        List<Told> told = told();
        Map<Long, Long> ofProcess = told.stream().collect(Collectors.groupingBy(Told::pid, Collectors.counting()));
        List<Party> masters = new ArrayList<>();
        List<Party> others = new ArrayList<>();
        for (Told one : told) {
            Set<Long> needs = needs(one, told);
            needs.retainAll(ofProcess.keySet());
            Party party = new Party(
                    one.pid(),
                    title(one.waiter(), ofProcess.get(one.pid()) > 1),
                    one.doing(),
                    places.of(one.waiter()),
                    fewest(needs),
                    one.waiter().wakers().contains(one.pid()));
            (cast.isMaster(one.pid()) ? masters : others).add(party);
        }
        masters.addAll(others);
        return masters;
    }

    private List<Told> told() {
        List<Told> told = picture.waiters().stream()
                .filter(waiter -> waiter.fate() == Fate.BLOCKED && isWorthTelling(waiter))
                .map(waiter -> new Told(waiter, doing(waiter)))
                .toList();
        Set<Long> flushing = told.stream()
                .filter(one -> one.doing().is(Action.FLUSH))
                .map(Told::pid)
                .collect(Collectors.toSet());
        return told.stream()
                .filter(one -> !flushing.contains(one.pid()) || !one.doing().is(Action.HAND_ON, Action.PUT_TURN))
                .toList();
    }

    /** A process that only waits for its queue to be emptied, and the thread that fills it, are one party. */
    private Doing doing(Waiter waiter) {
        Doing doing = waits.of(waiter);
        if (doing.action() == Action.PUT && isFeeder(waiter)) {
            return doing.as(Action.HAND_ON);
        }
        if (doing.action() != Action.FLUSH || !doing.object().isEmpty()) {
            return doing;
        }
        for (Waiter other : picture.waiters()) {
            if (other.pid() == waiter.pid() && other.tid() != waiter.tid() && other.fate() == Fate.BLOCKED) {
                Doing items = waits.of(other);
                if (items.is(Action.HAND_ON, Action.PUT, Action.SEND, Action.PUT_TURN)) {
                    return items.as(Action.FLUSH);
                }
            }
        }
        return doing;
    }

    private boolean isFeeder(Waiter waiter) {
        return picture.java()
                .thread(waiter.process(), waiter.thread())
                .filter(java -> java.name().startsWith(FEEDER))
                .isPresent();
    }

    /**
     * Whom a thread waits for, as a reader would say. Everybody who has a queue's pipe open could put into it; those who
     * wait to get from the same queue will not.
     */
    private static Set<Long> needs(Told one, List<Told> all) {
        Doing doing = one.doing();
        if (doing.owners().isPresent()) {
            return new HashSet<>(doing.owners().get());
        }
        Set<Long> needs = new HashSet<>(doing.wakers());
        if (doing.is(Action.JOIN)) {
            return needs;
        }
        for (Told other : all) {
            if (other.pid() != one.pid() && isSameSide(doing, other.doing()) && isSameObject(one, other)) {
                needs.remove(other.pid());
            }
        }
        if (!doing.wakers().equals(Set.of(one.pid()))) {
            needs.remove(one.pid());
        }
        return needs;
    }

    private static boolean isSameSide(Doing doing, Doing its) {
        return its.action() == doing.action() || isGet(its) && isGet(doing) || isPut(its) && isPut(doing);
    }

    /** Where many could help, a picture of all of them says less than one of the master, who should. */
    private Set<Long> fewest(Set<Long> needs) {
        Optional<Long> master = needs.stream().filter(cast::isMaster).findFirst();
        return needs.size() > 2 && master.isPresent() ? Set.of(master.get()) : needs;
    }

    private static boolean isSameObject(Told one, Told other) {
        String object = one.doing().object();
        boolean named = !object.isEmpty() && !object.startsWith("a ");
        return named
                ? object.equals(other.doing().object())
                : !one.waiter().awaited().isEmpty()
                        && one.waiter().awaited().equals(other.waiter().awaited());
    }

    private static boolean isGet(Doing doing) {
        return doing.is(Action.GET, Action.GET_TURN);
    }

    private static boolean isPut(Doing doing) {
        return doing.is(Action.PUT, Action.HAND_ON, Action.FLUSH);
    }

    /** Threads of a library wait for what the program's own threads do, and would only repeat it. */
    private boolean isWorthTelling(Waiter waiter) {
        if (cast.isHelper(waiter.process())) {
            return false;
        }
        if (reports.report(waiter.pid()).isPresent()) {
            return reports.thread(waiter.process(), waiter.thread())
                    .filter(thread -> !thread.isIn("idle") && !thread.isIn("serve"))
                    .filter(thread -> waiter.tid() == waiter.pid()
                            || thread.isIn("feed")
                            || !thread.frames().isEmpty())
                    .isPresent();
        }
        if (!waiter.process().role().isJava()) {
            return !waiter.thread().activity().isPrivateFutex() || firstThreadWaitsForAnother(waiter.process());
        }
        Optional<JavaThread> java = picture.java().thread(waiter.process(), waiter.thread());
        String name = java.map(JavaThread::name).orElse(waiter.thread().name());
        boolean idleFeeder = name.startsWith(FEEDER)
                && java.filter(thread -> thread.state().equals("WAITING")).isPresent();
        return !idleFeeder
                && !LIBRARY_THREAD.matcher(name).matches()
                && !BackgroundThreads.contains(waiter.process(), waiter.thread());
    }

    private static boolean firstThreadWaitsForAnother(ObservedProcess process) {
        return process.threads().stream()
                .anyMatch(thread ->
                        thread.tid() == process.pid() && thread.activity().isPrivateFutex());
    }

    private String title(Waiter waiter, boolean ofSeveral) {
        String title = cast.title(waiter.process());
        return ofSeveral ? threadTitle(title, waiter) : title;
    }

    private String threadTitle(String title, Waiter waiter) {
        Optional<PythonThread> python = reports.thread(waiter.process(), waiter.thread());
        if (python.filter(thread -> thread.isIn("feed")).isPresent() || isFeeder(waiter)) {
            return title + " (in the background)";
        }
        if (waiter.tid() == waiter.pid()) {
            return title + "'s first thread";
        }
        String name = picture.java()
                .thread(waiter.process(), waiter.thread())
                .map(JavaThread::name)
                .or(() -> python.map(PythonThread::name))
                .orElse(Long.toString(waiter.tid()));
        return title + (name.startsWith("Thread") ? "'s " : "'s thread ") + name;
    }

    /** For a standstill of no known kind. Those who do the same are named together. */
    private static String sentence(List<Party> parties) {
        Map<String, List<Party>> byDoing = new LinkedHashMap<>();
        for (Party party : parties) {
            byDoing.computeIfAbsent(party.doing().words(), doing -> new ArrayList<>())
                    .add(party);
        }
        List<String> parts = new ArrayList<>();
        byDoing.forEach(
                (doing, who) -> parts.add(Party.who(who) + " " + Party.verb(who, doing, Doing.forSeveral(doing))));
        String end = parties.size() == 1 ? "nobody is left who could let it go on" : "nobody else could let them go on";
        return String.join("; ", parts) + ": " + end;
    }
}
