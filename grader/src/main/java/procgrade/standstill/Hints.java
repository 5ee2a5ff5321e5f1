package procgrade.standstill;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import procgrade.standstill.Doing.Action;

/** Recognises the usual mistakes in who waits for what, the surest first. */
final class Hints {
    private static final String THE_QUEUE = "the queue";

    private static final int MOST_TOLD = 3;

    private final Scene scene;

    Hints(Scene scene) {
        this.scene = scene;
    }

    /**
     * A mistake that fits.
     *
     * @param mistake which one
     * @param observed what is seen of it, in one sentence
     * @param object what it is about
     */
    record Match(Mistake mistake, String observed, String object) {
        Standstill.Advice advice() {
            return mistake.advice(object);
        }
    }

    Optional<Match> match() {
        return Stream.<Supplier<Optional<Match>>>of(
                        this::lostLock,
                        this::locks,
                        this::meeting,
                        this::fullWhileJoined,
                        this::workersWaitForItems,
                        this::getsWithoutPuts,
                        this::allSend,
                        this::receive,
                        this::pool,
                        this::threads)
                .flatMap(rule -> rule.get().stream())
                .findFirst();
    }

    private static Optional<Match> match(Mistake mistake, String object, String observed) {
        return Optional.of(new Match(mistake, observed, object));
    }

    private static String name(Party party, String fallback) {
        return party.doing().object().isEmpty() ? fallback : party.doing().object();
    }

    private static String does(List<Party> parties) {
        Doing doing = parties.get(0).doing();
        return Party.who(parties) + " " + Party.verb(parties, doing.words(), doing.wordsForSeveral());
    }

    private Optional<Match> lostLock() {
        for (Party party : scene.all(Action.LOCK, Action.GET_TURN, Action.PUT_TURN)) {
            if (party.doing().owners().filter(Set::isEmpty).isPresent()) {
                boolean ofQueue = !party.is(Action.LOCK);
                String object = ofQueue ? "the lock of " + name(party, THE_QUEUE) : name(party, "the lock");
                String dead = scene.ended().isEmpty() ? "a process that is gone" : Scene.names(scene.ended());
                return match(
                        Mistake.DIED_WITH_LOCK,
                        object,
                        does(scene.alike(party)) + ", but " + dead
                                + (scene.ended().isEmpty() ? " has not given it back" : " and nobody gives it back"));
            }
        }
        return Optional.empty();
    }

    private Optional<Match> locks() {
        List<Party> locks = scene.all(Action.LOCK);
        if (locks.isEmpty()) {
            return Optional.empty();
        }
        for (Party party : locks) {
            if (party.doing()
                            .owners()
                            .filter(owners -> owners.equals(Set.of(party.pid())))
                            .isPresent()
                    && !isThread(party)) {
                return match(
                        Mistake.LOCK_TWICE,
                        name(party, "the lock"),
                        party.who() + " " + party.doing().words() + ", which it has itself");
            }
        }
        String objects = Scene.objects(locks);
        boolean several =
                locks.stream().map(party -> party.doing().object()).distinct().count() > 1
                        || locks.stream()
                                        .flatMap(party -> party.doing().owners().stream())
                                        .distinct()
                                        .count()
                                > 1;
        if (several) {
            return match(Mistake.LOCK_ORDER, objects, order(locks));
        }
        return objects.isEmpty() ? unknownLock(locks) : neverReleased(locks);
    }

    private static boolean isThread(Party party) {
        return party.title().contains("'s ");
    }

    private static String order(List<Party> locks) {
        List<String> parts = locks.stream()
                .map(party -> party.who() + " " + party.doing().words())
                .distinct()
                .limit(MOST_TOLD)
                .toList();
        String all = parts.size() < locks.size() ? String.join(", ", parts) + " and so on" : Titles.list(parts);
        return all + ", and each has what another one waits for";
    }

    /** Without names it is not even known whether it is a lock. */
    private Optional<Match> unknownLock(List<Party> locks) {
        return match(Mistake.LOCK_NEVER_RELEASED, "each lock", does(locks) + ", and nobody is left to let them go on");
    }

    private Optional<Match> neverReleased(List<Party> locks) {
        Party first = locks.get(0);
        Optional<Party> owner = first.doing().owners().stream()
                .flatMap(Set::stream)
                .flatMap(pid -> scene.of(pid).stream())
                .filter(party -> !locks.contains(party))
                .findFirst();
        String rest = owner.map(
                        party -> party.who() + " has it and " + party.doing().words())
                .orElse("nobody gives it back");
        return match(Mistake.LOCK_NEVER_RELEASED, name(first, "the lock"), does(locks) + ", but " + rest);
    }

    /** Events, conditions, barriers and joinable queues. */
    private Optional<Match> meeting() {
        Optional<Party> found = scene.first(Action.BARRIER, Action.EVENT, Action.CONDITION, Action.ALL_DONE);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Party party = found.get();
        String does = does(scene.alike(party));
        return switch (party.doing().action()) {
            case BARRIER ->
                match(Mistake.BARRIER_SHORT, name(party, "the barrier"), does + ", and nobody else comes there");
            case EVENT ->
                match(
                        Mistake.EVENT_NEVER_SET,
                        name(party, "the event"),
                        does + ", and nobody is left who could set it");
            case CONDITION ->
                match(
                        Mistake.LOST_WAKE_UP,
                        name(party, "the condition"),
                        does + ", and nobody is left who could notify it");
            default ->
                match(
                        Mistake.TASK_DONE_MISSING,
                        name(party, THE_QUEUE),
                        does + ", and nobody is left who could report that");
        };
    }

    private Optional<Match> fullWhileJoined() {
        Optional<Party> put = scene.joined(scene.all(Action.PUT, Action.FLUSH, Action.HAND_ON));
        if (scene.first(Action.JOIN, Action.POOL_END).isEmpty()) {
            return put.isPresent() && scene.parties().size() == 1
                    ? match(
                            Mistake.QUEUE_FULL,
                            name(put.get(), THE_QUEUE),
                            does(scene.parties()) + ", and nobody is left who could get from there")
                    : Optional.empty();
        }
        if (put.isPresent()) {
            return match(Mistake.JOIN_BEFORE_GET, name(put.get(), THE_QUEUE), waitsForOneThat(put.get()));
        }
        return scene.joined(scene.all(Action.SEND))
                .flatMap(send -> match(Mistake.OUTPUT_NOT_READ, name(send, "the pipe"), waitsForOneThat(send)));
    }

    /** {@code the master waits for worker 1 to end, but worker 1 puts to rQueue (full: …)}. */
    private String waitsForOneThat(Party party) {
        Party joiner = scene.joinerOf(party).orElse(party);
        return joiner.who() + " " + joiner.doing().words() + ", but " + party.who() + " "
                + party.doing().words();
    }

    private Optional<Match> workersWaitForItems() {
        Optional<Party> get = scene.joined(scene.all(Action.GET, Action.GET_TURN));
        boolean joins = scene.first(Action.JOIN).isPresent();
        if (!joins || get.isEmpty() || get.get().isMaster()) {
            return Optional.empty();
        }
        String queue = name(get.get(), THE_QUEUE);
        List<Party> getters = scene.all(Action.GET, Action.GET_TURN).stream()
                .filter(party -> party.doing().object().equals(get.get().doing().object()))
                .toList();
        String observed = scene.joinerOf(get.get()).orElseThrow().who() + " waits for "
                + Party.verb(getters, get.get().title(), "its workers") + " to end, but " + Party.who(getters)
                + Party.verb(getters, " waits", " wait") + " for another item of " + queue;
        String seen = scene.ended().isEmpty() ? observed : observed + "; " + Scene.names(scene.ended());
        List<Party> workers = scene.all(Action.GET, Action.GET_TURN).stream()
                .filter(party -> !party.isMaster() && !party.doing().object().isEmpty())
                .toList();
        if (workers.stream().map(party -> party.doing().object()).distinct().count() > 1) {
            return match(Mistake.SENTINEL_IN_EACH, Scene.objects(workers), seen);
        }
        return match(scene.ended().isEmpty() ? Mistake.MISSING_SENTINEL : Mistake.ONE_SENTINEL, queue, seen);
    }

    private Optional<Match> getsWithoutPuts() {
        Optional<Party> get = scene.first(Action.GET, Action.GET_TURN);
        if (get.isEmpty() || scene.first(Action.PUT, Action.HAND_ON).isPresent()) {
            return Optional.empty();
        }
        Party party = get.get();
        String queue = name(party, THE_QUEUE);
        String does = does(scene.alike(party));
        if (!scene.failed().isEmpty()) {
            return match(Mistake.WORKER_DIED, queue, does + ", but " + Scene.names(scene.failed()));
        }
        List<Party> others = scene.parties().stream()
                .filter(other -> other.is(Action.GET, Action.GET_TURN)
                        && !other.doing().object().equals(party.doing().object()))
                .toList();
        String rest = others.isEmpty()
                ? "nobody is left who could put something there"
                : does(others) + ", and nobody puts anything";
        return match(Mistake.MORE_GETS_THAN_PUTS, queue, does + (others.isEmpty() ? ", and " : "; ") + rest);
    }

    private Optional<Match> allSend() {
        boolean all = scene.hasOnly(Action.SEND, Action.PUT, Action.HAND_ON);
        return all ? match(Mistake.BOTH_SEND, "", does(scene.parties()) + ", and nobody receives") : Optional.empty();
    }

    private Optional<Match> receive() {
        List<Party> readers = scene.all(Action.RECEIVE, Action.SELECT);
        if (readers.isEmpty()) {
            return Optional.empty();
        }
        Party first = scene.joined(readers).orElse(readers.get(0));
        boolean joined = scene.first(Action.JOIN).isPresent();
        String observed = joined ? waitsForOneThat(first) : does(scene.alike(first));
        if (readers.size() == 1 && first.self() && first.is(Action.RECEIVE)) {
            return match(Mistake.END_NOT_CLOSED, "", observed + "; it has the other end of that open itself");
        }
        return joined
                ? match(Mistake.INPUT_NOT_CLOSED, "", observed)
                : match(Mistake.BOTH_RECEIVE, "", does(readers) + ", and nobody sends");
    }

    private Optional<Match> pool() {
        if (scene.hasOnly(Action.TASK)) {
            return match(Mistake.POOL_OPEN, "", does(scene.parties()) + ", and nobody says that none comes any more");
        }
        return scene.first(Action.RESULT, Action.POOL_END, Action.COROUTINE)
                .flatMap(party -> party.is(Action.COROUTINE)
                        ? match(
                                Mistake.NOBODY_WAKES,
                                "",
                                party.who() + " " + party.doing().words() + " for ever")
                        : match(
                                Mistake.RESULT_NEVER_COMES,
                                "",
                                party.who() + " " + party.doing().words() + ", and nobody works at it"));
    }

    private Optional<Match> threads() {
        List<Party> threads = scene.all(Action.THREAD);
        return threads.size() < 2
                ? Optional.empty()
                : match(Mistake.THREADS, "", Party.who(threads) + " wait for each other");
    }
}
