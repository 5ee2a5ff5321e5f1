package procgrade.standstill;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import procgrade.observe.Descriptor;
import procgrade.observe.MultiprocessingPipe;
import procgrade.observe.MultiprocessingSessions;
import procgrade.observe.ObservedProcess;
import procgrade.observe.ProcessTree;
import procgrade.observe.ThreadWait;
import procgrade.observe.WaitKind;

/** Translates from what the kernel and the virtual machine say to what the program does. */
final class Waits {
    private static final Set<String> PROCESS_WAITS =
            Set.of("java.lang.ProcessImpl.waitFor", "java.lang.ProcessImpl.waitFor0");
    private static final String LOCK_ROLE = ".lock";
    private static final Pattern REAPER = Pattern.compile("mp-reaper-(\\d{1,9})|process reaper \\(pid (\\d{1,9})\\)");

    private final ProcessTree tree;
    private final MultiprocessingSessions sessions;
    private final Cast cast;
    private final Picture picture;
    private final PythonReports reports;
    private final PythonWaits python;

    Waits(Picture picture, MultiprocessingSessions sessions, PythonReports reports, Cast cast) {
        this.picture = picture;
        this.reports = reports;
        this.python = new PythonWaits(reports, picture, cast);
        this.tree = picture.tree();
        this.sessions = sessions;
        this.cast = cast;
    }

    Doing of(Waiter waiter) {
        return reports.thread(waiter.process(), waiter.thread())
                .flatMap(thread -> python.of(waiter, thread))
                .orElseGet(() -> withoutReport(waiter));
    }

    private Doing withoutReport(Waiter waiter) {
        Optional<JavaThread> java = picture.java().thread(waiter.process(), waiter.thread());
        ThreadWait wait = waiter.thread().activity();
        if (java.isPresent() && wait.kind() == WaitKind.FUTEX) {
            return ofJava(waiter, java.get());
        }
        Optional<MultiprocessingPipe> pipe = wait.on().flatMap(MultiprocessingPipe::of);
        return pipe.isPresent() ? ofLibrary(waiter, pipe.get()) : ofKernel(waiter, wait);
    }

    private Doing ofKernel(Waiter waiter, ThreadWait wait) {
        Set<Long> wakers = others(waiter);
        String target = wait.on().map(Waits::name).orElse("");
        return switch (wait.kind()) {
            case READING -> new Doing(Doing.Action.RECEIVE, target, wakers);
            case WRITING -> new Doing(Doing.Action.SEND, target, wakers);
            case WAITING_FOR_CHILD -> join(waiter.wakers());
            case FUTEX ->
                new Doing(wakers.equals(Set.of(waiter.pid())) ? Doing.Action.THREAD : Doing.Action.LOCK, "", wakers);
            case POLLING -> new Doing(Doing.Action.SELECT, "", wakers);
            case AWAITING_SIGNAL -> new Doing(Doing.Action.SIGNAL, "", wakers);
            case LOCKING_FILE -> new Doing(Doing.Action.LOCK, "the lock of " + target, wakers);
            default -> new Doing(Doing.Action.OTHER, "", wakers);
        };
    }

    private static String name(Descriptor on) {
        return switch (on.kind()) {
            case NAMED_PIPE, FILE -> on.target().substring(on.target().lastIndexOf('/') + 1);
            case SOCKET -> "a connection";
            default -> "";
        };
    }

    /** Whoever holds both ends of a pipe could wake itself, but waits. */
    private static Set<Long> others(Waiter waiter) {
        Set<Long> others = new HashSet<>(waiter.wakers());
        others.remove(waiter.pid());
        return others.isEmpty() ? waiter.wakers() : others;
    }

    private Doing join(Set<Long> children) {
        String names = children.size() > 1
                ? "one of its child processes"
                : children.stream().map(cast::title).collect(Collectors.joining());
        return new Doing(Doing.Action.JOIN, names, children);
    }

    private Doing ofLibrary(Waiter waiter, MultiprocessingPipe pipe) {
        String name = sessions.of(waiter.process(), pipe)
                .objectName(pipe.object())
                .map(program -> program.substring(program.lastIndexOf('.') + 1))
                .orElse(pipe.object());
        boolean reads = waiter.thread().activity().kind() == WaitKind.READING;
        return new Doing(action(pipe, reads), withType(pipe, name), "", others(waiter), owners(waiter, pipe));
    }

    /** Of a lock. One that has been taken by a process that is no longer there has none. */
    private Optional<Set<Long>> owners(Waiter waiter, MultiprocessingPipe pipe) {
        if (!pipe.file().endsWith(LOCK_ROLE)) {
            return Optional.empty();
        }
        String lock = pipe.file().substring(0, pipe.file().length() - LOCK_ROLE.length());
        OptionalLong holder = sessions.of(waiter.process(), pipe).holder(lock);
        if (holder.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(tree.processes().stream()
                .filter(process -> !process.hasEnded())
                .filter(process -> process.innermostPid().orElse(process.pid()) == holder.getAsLong())
                .map(ObservedProcess::pid)
                .collect(Collectors.toSet()));
    }

    private static Doing.Action action(MultiprocessingPipe pipe, boolean reads) {
        String part = pipe.role().substring(pipe.role().lastIndexOf('.') + 1);
        if (pipe.type().endsWith("queue")) {
            return pipe.role().equals(part) ? actionOnQueue(part, reads) : Doing.Action.ALL_DONE;
        }
        return switch (pipe.type()) {
            case "event" -> Doing.Action.EVENT;
            case "barrier" -> Doing.Action.BARRIER;
            case "condition" -> part.equals("lock") ? Doing.Action.LOCK : Doing.Action.CONDITION;
            default ->
                part.equals("lock") || part.equals("count")
                        ? Doing.Action.LOCK
                        : reads ? Doing.Action.RECEIVE : Doing.Action.SEND;
        };
    }

    private static Doing.Action actionOnQueue(String part, boolean reads) {
        return switch (part) {
            case "data" -> reads ? Doing.Action.GET : Doing.Action.PUT;
            case "readers" -> Doing.Action.GET_TURN;
            case "writers" -> Doing.Action.PUT_TURN;
            default -> Doing.Action.PUT;
        };
    }

    private static String withType(MultiprocessingPipe pipe, String name) {
        return switch (pipe.type()) {
            case "lock", "rlock" -> Doing.named("lock", name);
            case "semaphore", "boundedsemaphore" -> Doing.named("semaphore", name);
            case "event", "condition", "barrier" -> Doing.named(pipe.type(), name);
            default -> name;
        };
    }

    private Doing ofJava(Waiter waiter, JavaThread java) {
        if (PROCESS_WAITS.stream().anyMatch(java::isIn)) {
            return join(awaitedChild(waiter, java));
        }
        Set<Long> itself = Set.of(waiter.pid());
        Optional<JavaThread> owner =
                java.awaits().flatMap(lock -> picture.java().dump(waiter.pid()).flatMap(dump -> dump.ownerOf(lock)));
        if (owner.isPresent()) {
            String type = simpleName(java.awaits().orElseThrow().type());
            return new Doing(
                    Doing.Action.LOCK,
                    "the lock of " + withArticle(type) + " that thread "
                            + owner.get().name() + " has",
                    itself);
        }
        return JavaCalls.of(java)
                .map(call -> new Doing(call.action(), call.object(), itself))
                .orElseGet(() -> new Doing(Doing.Action.THREAD, "", itself));
    }

    private static String withArticle(String type) {
        return (type.matches("[AEIOUaeiou].*") ? "an " : "a ") + type;
    }

    private static String simpleName(String type) {
        String last = type.substring(type.lastIndexOf('.') + 1);
        return last.replaceFirst("\\$(NonfairSync|FairSync|Sync)$", "");
    }

    /** Each child has a thread that waits for it at the same object, and whose name has the pid. */
    private Set<Long> awaitedChild(Waiter waiter, JavaThread java) {
        List<ObservedProcess> children = tree.children(waiter.pid()).stream()
                .filter(child -> !child.hasEnded())
                .toList();
        for (Waiter other : picture.waiters()) {
            Optional<JavaThread> reaper = other.pid() == waiter.pid()
                    ? picture.java().thread(other.process(), other.thread())
                    : Optional.empty();
            Matcher name = REAPER.matcher(reaper.map(JavaThread::name).orElse(""));
            if (name.matches()
                    && java.awaits().isPresent()
                    && reaper.orElseThrow().awaits().equals(java.awaits())) {
                long inner = Long.parseLong(name.group(1) != null ? name.group(1) : name.group(2));
                return children.stream()
                        .filter(child -> child.innermostPid().orElse(child.pid()) == inner)
                        .map(ObservedProcess::pid)
                        .collect(Collectors.toSet());
            }
        }
        return children.stream().map(ObservedProcess::pid).collect(Collectors.toSet());
    }
}
