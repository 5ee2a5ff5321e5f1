package procgrade.cli;

import java.util.Optional;
import procgrade.observe.Descriptor;
import procgrade.observe.MultiprocessingPipe;
import procgrade.observe.MultiprocessingSession;
import procgrade.observe.MultiprocessingSessions;
import procgrade.observe.ObservedProcess;
import procgrade.observe.ObservedThread;
import procgrade.observe.ProcessTree;
import procgrade.observe.ThreadWait;
import procgrade.observe.WaitKind;

/** Says in words what a thread is doing. A pure function of what was observed. */
final class WaitWords {
    private final ProcessTree tree;
    private final MultiprocessingSessions sessions;

    WaitWords(ProcessTree tree, MultiprocessingSessions sessions) {
        this.tree = tree;
        this.sessions = sessions;
    }

    String of(ObservedProcess process, ObservedThread thread) {
        ThreadWait wait = thread.activity();
        Optional<MultiprocessingPipe> pipe = wait.on().flatMap(MultiprocessingPipe::of);
        boolean timed = wait.timed() && wait.kind() != WaitKind.SLEEPING
                || pipe.filter(MultiprocessingPipe::timed).isPresent();
        String words = pipe.isPresent() ? onLibraryPipe(process, wait, pipe.get()) : plain(process, wait);
        return timed ? words + ", for a limited time" : words;
    }

    private String plain(ObservedProcess process, ThreadWait wait) {
        return switch (wait.kind()) {
            case RUNNING -> "is running";
            case READING -> "reads from " + target(wait);
            case WRITING -> "writes to " + target(wait);
            case OPENING -> "opens a file; a named pipe waits here for somebody at its other end";
            case WAITING_FOR_CHILD -> "waits for the end of " + child(process, wait);
            case FUTEX -> wait.isPrivateFutex() ? "waits for " + sibling(process) : "waits for a lock or semaphore";
            case POLLING -> "waits until one of several files or pipes is ready";
            case SLEEPING -> "sleeps for a while";
            case AWAITING_SIGNAL -> "waits for a signal";
            case LOCKING_FILE -> "waits for a lock on " + target(wait);
            case ACCEPTING -> "waits for somebody to connect to " + target(wait);
            case CONNECTING -> "connects " + target(wait);
            case MESSAGE_OR_SEMAPHORE -> "waits for a message or a semaphore";
            case RESUMED_TIMED_WAIT -> "goes on with a wait that was interrupted";
            case OUTSIDE_CALL -> "waits for memory or for the kernel";
            case OTHER_CALL -> otherCall(wait);
            case STOPPED -> "is stopped";
            case ENDED -> "has ended";
            case UNREADABLE -> "cannot be looked into by this user";
        };
    }

    /** In Java, waiting for a process is waiting for the thread of the virtual machine that waits for it. */
    private String sibling(ObservedProcess process) {
        boolean mayJoin =
                process.role().isJava() && !tree.children(process.pid()).isEmpty();
        return "another thread of this process" + (mayJoin ? ", or for the end of a child process" : "");
    }

    private static String otherCall(ThreadWait wait) {
        return "is in the system call "
                + wait.call()
                        .map(Object::toString)
                        .orElseGet(() -> "number " + wait.raw().orElseThrow().number());
    }

    private static String target(ThreadWait wait) {
        Optional<Descriptor> on = wait.on();
        if (on.isEmpty()) {
            return "a file";
        }
        String target = on.get().target();
        return switch (on.get().kind()) {
            case PIPE, OTHER_ANONYMOUS, EVENT_COUNTER, EPOLL, TIMER, PROCESS, SOCKET -> target;
            case NAMED_PIPE -> "the named pipe " + target;
            case FILE, DEVICE, OTHER -> target;
            case UNREADABLE -> "file descriptor " + on.get().number();
        };
    }

    private String child(ObservedProcess parent, ThreadWait wait) {
        if (wait.child().isEmpty()) {
            return "a child process";
        }
        return tree.awaitedChild(parent, wait)
                .map(child -> "process " + child.pid() + " (" + sessions.label(child) + ")")
                .orElse("process " + wait.child().getAsLong() + ", which is not there");
    }

    private String onLibraryPipe(ObservedProcess process, ThreadWait wait, MultiprocessingPipe pipe) {
        MultiprocessingSession session = sessions.of(process, pipe);
        String name =
                session.objectName(pipe.object()).map(WaitWords::withoutPackage).orElse(pipe.object());
        return purpose(wait.kind(), pipe, name) + " (" + pipe.file() + ")";
    }

    /** {@code PiMw.tQueue} for {@code lecture7.PiMw.tQueue}: class and field. */
    private static String withoutPackage(String programName) {
        int field = programName.lastIndexOf('.');
        return programName.substring(programName.lastIndexOf('.', field - 1) + 1);
    }

    private static String purpose(WaitKind kind, MultiprocessingPipe pipe, String name) {
        boolean reads = kind == WaitKind.READING;
        if (pipe.type().endsWith("queue")) {
            return ofQueue(reads, pipe.role(), name);
        }
        String part = pipe.role().substring(pipe.role().lastIndexOf('.') + 1);
        return switch (part) {
            case "lock" -> "waits for " + (pipe.type().endsWith("lock") ? "lock " : "the lock of ") + name;
            case "count" -> "waits for semaphore " + name;
            case "flag" -> "waits for event " + name;
            case "waiters", "woken" -> "waits to be notified by " + name;
            case "births" -> "waits for its children to take over what was passed to them";
            default -> (reads ? "waits to receive from " : "waits to send to ") + name;
        };
    }

    private static String ofQueue(boolean reads, String role, String name) {
        return switch (role) {
            case "data" -> (reads ? "waits for an item in " : "waits for room in ") + name;
            case "readers" -> "waits for its turn to get from " + name;
            case "writers" -> "waits for its turn to put into " + name;
            case "slots" -> "waits for a free place in " + name;
            default -> (reads ? "waits to read from " : "waits to write to ") + name;
        };
    }
}
