package procgrade.standstill;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import procgrade.observe.BackgroundThreads;
import procgrade.observe.MultiprocessingSessions;
import procgrade.observe.ObservedProcess;
import procgrade.observe.ProcessRole;

/** Says of a standstill who waits for whom, and what mistake it looks like. */
final class Explanation {
    private static final Pattern LIBRARY_THREAD =
            Pattern.compile("mp-(lifeline|reaper-.*|timer|signals)|process reaper.*");
    private static final Pattern SOURCE_LINE = Pattern.compile("[^:]+\\.java:\\d+");
    private static final String LIBRARY = "procgrade.multiprocessing.";

    private final Picture picture;
    private final Cast cast;
    private final Waits waits;

    Explanation(Picture picture, MultiprocessingSessions sessions, Cast cast) {
        this.picture = picture;
        this.cast = cast;
        this.waits = new Waits(picture, sessions, cast);
    }

    /**
     * One thread that a reader should know of.
     *
     * @param waiter the thread
     * @param doing what it is in the middle of
     */
    record Party(Waiter waiter, Doing doing) {}

    Standstill standstill() {
        List<Party> parties = parties();
        List<Standstill.Waiting> waiting = new ArrayList<>();
        for (Party party : parties) {
            Waiter waiter = party.waiter();
            waiting.add(new Standstill.Waiting(
                    waiter.pid(),
                    title(party, parties),
                    party.doing().words(),
                    place(waiter),
                    party.doing().wakers().stream().sorted().toList()));
        }
        return new Standstill(true, waiting, sentence(waiting), new Hints(parties).hint());
    }

    private List<Party> parties() {
        List<Party> masters = new ArrayList<>();
        List<Party> others = new ArrayList<>();
        for (Waiter waiter : picture.waiters()) {
            if (waiter.fate() == Fate.BLOCKED && isWorthTelling(waiter)) {
                (cast.isMaster(waiter.pid()) ? masters : others).add(new Party(waiter, waits.of(waiter)));
            }
        }
        masters.addAll(others);
        return masters;
    }

    /** Threads of the library wait for what the program's own threads do, and would only repeat it. */
    private boolean isWorthTelling(Waiter waiter) {
        if (waiter.process().role().kind() == ProcessRole.Kind.PYTHON_HELPER) {
            return false;
        }
        if (!waiter.process().role().isJava()) {
            return !waiter.thread().activity().isPrivateFutex() || firstThreadWaitsForAnother(waiter.process());
        }
        Optional<JavaThread> java = picture.java().thread(waiter.process(), waiter.thread());
        String name = java.map(JavaThread::name).orElse(waiter.thread().name());
        return !LIBRARY_THREAD.matcher(name).matches()
                && !BackgroundThreads.contains(waiter.process(), waiter.thread());
    }

    private static boolean firstThreadWaitsForAnother(ObservedProcess process) {
        return process.threads().stream()
                .anyMatch(thread ->
                        thread.tid() == process.pid() && thread.activity().isPrivateFutex());
    }

    private String title(Party party, List<Party> all) {
        ObservedProcess process = party.waiter().process();
        boolean several = all.stream()
                        .filter(other -> other.waiter().pid() == process.pid())
                        .count()
                > 1;
        return cast.title(process) + (several ? ", " + threadName(party.waiter()) : "");
    }

    private String threadName(Waiter waiter) {
        return picture.java()
                .thread(waiter.process(), waiter.thread())
                .map(java -> "thread " + java.name())
                .orElse(waiter.tid() == waiter.pid() ? "first thread" : "thread " + waiter.tid());
    }

    private String place(Waiter waiter) {
        return picture.java().thread(waiter.process(), waiter.thread()).stream()
                .flatMap(java -> java.frames().stream())
                .filter(frame -> !frame.isOfJava() && !frame.method().startsWith(LIBRARY))
                .map(JavaThread.Frame::place)
                .filter(place -> SOURCE_LINE.matcher(place).matches())
                .findFirst()
                .orElse("");
    }

    /** Those who do the same are named together. */
    private static String sentence(List<Standstill.Waiting> waiting) {
        Map<String, List<String>> byDoing = new LinkedHashMap<>();
        for (Standstill.Waiting one : waiting) {
            byDoing.computeIfAbsent(one.doing(), doing -> new ArrayList<>()).add(withArticle(one.process()));
        }
        List<String> parts = new ArrayList<>();
        byDoing.forEach((doing, who) -> parts.add(who.get(0) + " " + doing
                + (who.size() == 1
                        ? ""
                        : ", and so " + (who.size() == 2 ? "does " : "do ") + list(who.subList(1, who.size())))));
        return String.join("; ", parts) + ": nobody else could let " + (waiting.size() == 1 ? "it" : "them") + " go on";
    }

    static String withArticle(String title) {
        return title.startsWith("master") ? "the " + title : title;
    }

    static String list(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
