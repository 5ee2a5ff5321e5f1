package procgrade.standstill;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import procgrade.observe.ObservedProcess;
import procgrade.standstill.Doing.Action;

/** Translates from what a Python process says about a thread to what the program does. */
final class PythonWaits {
    private static final Pattern READS_INPUT = Pattern.compile(".*\\b(input\\(|sys\\.stdin\\b).*");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final int GROUP = 3;

    private final PythonReports reports;
    private final Picture picture;
    private final Cast cast;

    PythonWaits(PythonReports reports, Picture picture, Cast cast) {
        this.reports = reports;
        this.picture = picture;
        this.cast = cast;
    }

    /** {@return what the thread does; empty if what it has said is of no use} */
    Optional<Doing> of(Waiter waiter, PythonThread thread) {
        Optional<PythonThread.Call> call = thread.call();
        return call.isPresent() ? ofCall(waiter, thread, call.get()) : ofText(waiter, thread);
    }

    private Optional<Doing> ofCall(Waiter waiter, PythonThread thread, PythonThread.Call call) {
        String name = reports.name(call.id());
        boolean turn = call.inner().equals("lock");
        Set<Long> others = others(waiter);
        return Optional.ofNullable(
                switch (call.action()) {
                    case "get" -> turn ? turn(Action.GET_TURN, name, thread, others) : doing(Action.GET, name, others);
                    case "put" -> new Doing(Action.PUT, name, full(thread, call), others, Optional.empty());
                    case "feed" ->
                        turn
                                ? turn(Action.PUT_TURN, name, thread, others)
                                : new Doing(Action.HAND_ON, name, grouped(thread.room()), others, Optional.empty());
                    case "flush" -> doing(Action.FLUSH, name, others);
                    case "all_done" -> doing(Action.ALL_DONE, name, others);
                    case "lock" -> lock(waiter, call.kind(), name, semaphore(thread, call), others);
                    case "notice" -> notice(call, name, others);
                    case "join", "output" -> join(call);
                    case "recv" -> doing(Action.RECEIVE, name, others);
                    case "send" -> new Doing(Action.SEND, name, grouped(thread.room()), others, Optional.empty());
                    case "select" -> doing(Action.SELECT, name, others);
                    case "manager" -> doing(Action.RECEIVE, "the manager's answer", others);
                    case "result" -> doing(Action.RESULT, name, others);
                    case "pool_task" -> doing(Action.TASK, "", others);
                    case "pool_end" -> doing(Action.POOL_END, "", others);
                    case "coroutine" -> doing(Action.COROUTINE, "", others);
                    case "thread_end" -> doing(Action.THREAD, "another of its threads to end", others);
                    case "threads_end" -> doing(Action.THREAD, "its other threads to end", others);
                    default -> null;
                });
    }

    private static Doing doing(Action action, String name, Set<Long> wakers) {
        return new Doing(action, name, wakers);
    }

    private Doing turn(Action action, String name, PythonThread thread, Set<Long> wakers) {
        return new Doing(action, name, "", wakers, reports.holders(thread.wants()));
    }

    private static String semaphore(PythonThread thread, PythonThread.Call call) {
        return thread.wants().isEmpty() ? call.id() : thread.wants();
    }

    private Doing lock(Waiter waiter, String kind, String name, String semaphore, Set<Long> wakers) {
        String type = kind.isEmpty() ? "lock" : kind;
        boolean ofProcess = semaphore.startsWith("local:");
        return new Doing(
                Action.LOCK,
                name.isEmpty() ? "a " + type : Doing.named(type, name),
                "",
                ofProcess ? Set.of(waiter.pid()) : wakers,
                reports.holders(semaphore));
    }

    private static Doing notice(PythonThread.Call call, String name, Set<Long> wakers) {
        return switch (call.kind()) {
            case "event" -> doing(Action.EVENT, Doing.named("event", name), wakers);
            case "barrier" ->
                new Doing(Action.BARRIER, Doing.named("barrier", name), call.detail(), wakers, Optional.empty());
            case "condition" -> doing(Action.CONDITION, Doing.named("condition", name), wakers);
            default -> null;
        };
    }

    /** What a process says of another one is its pid as both see it; it need not be its child. */
    private Doing join(PythonThread.Call call) {
        Set<Long> children = new HashSet<>();
        for (ObservedProcess child : picture.tree().processes()) {
            if (call.id().equals("pid:" + child.innermostPid().orElse(child.pid()))) {
                children.add(child.pid());
            }
        }
        return children.size() == 1
                ? doing(Action.JOIN, cast.title(children.iterator().next()), children)
                : null;
    }

    private static Optional<Doing> ofText(Waiter waiter, PythonThread thread) {
        return READS_INPUT.matcher(thread.text()).matches()
                ? Optional.of(doing(Action.RECEIVE, "its standard input", others(waiter)))
                : Optional.empty();
    }

    private static Set<Long> others(Waiter waiter) {
        Set<Long> others = new HashSet<>(waiter.wakers());
        others.remove(waiter.pid());
        return others.isEmpty() ? waiter.wakers() : others;
    }

    /** By the items that it may have, or else by its pipe. */
    private static String full(PythonThread thread, PythonThread.Call call) {
        return call.detail().isEmpty() ? grouped(thread.room()) : grouped(call.detail()) + " items";
    }

    /** {@code 62445} becomes {@code 62 445}. */
    private static String grouped(String text) {
        return DIGITS.matcher(text).replaceAll(match -> {
            StringBuilder digits = new StringBuilder(match.group());
            for (int at = digits.length() - GROUP; at > 0; at -= GROUP) {
                digits.insert(at, ' ');
            }
            return digits.toString();
        });
    }
}
