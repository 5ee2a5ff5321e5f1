package procgrade.standstill;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import procgrade.observe.Descriptor;
import procgrade.observe.MultiprocessingPipe;
import procgrade.observe.Observed;
import procgrade.observe.ObservedProcess;
import procgrade.observe.ObservedThread;
import procgrade.observe.ProcessState;
import procgrade.observe.SystemCall;
import procgrade.observe.ThreadWait;

/**
 * Decides from a thread's system call who can end its wait. A white list: whatever it does not know may end by itself.
 * The table is in docs/deadlock.md.
 */
final class WakeRules {
    static final int SIGALRM = 14;
    private static final int SIGIO = 29;

    /** Has a handler for every signal that would end it, to remove its files, but never sets an alarm. */
    private static final String SORT = "sort";

    private static final long SIGNALS_OF_THE_KERNEL = 1L << (SIGALRM - 1) | 1L << (SIGIO - 1);

    private final TreeFacts facts;
    private final SocketRules sockets;
    private final PollRules polls;

    WakeRules(TreeFacts facts) {
        this.facts = facts;
        this.sockets = new SocketRules(facts);
        this.polls = new PollRules(facts, this);
    }

    Wake of(ObservedProcess process, ObservedThread thread) {
        Wake wake = ofWait(process, thread.activity());
        if (wake.fate() != Fate.BLOCKED) {
            return wake;
        }
        if (thread.state() != ProcessState.SLEEPING) {
            return Wake.RUNNING;
        }
        // a signal handler can do anything, and no file of /proc tells whether alarm(2) or setitimer(2) is on
        boolean handled = facts.catches(process, SIGALRM) || facts.catches(process, SIGIO);
        boolean woken = handled && !facts.program(process).equals(SORT) || facts.hasTimers(process);
        return woken ? Wake.TIMED : wake;
    }

    private Wake ofWait(ObservedProcess process, ThreadWait wait) {
        if (wait.timed()) {
            return Wake.TIMED;
        }
        return switch (wait.kind()) {
            case RUNNING, ENDED -> Wake.RUNNING;
            case STOPPED -> Wake.of(Fate.STOPPED);
            case SLEEPING, RESUMED_TIMED_WAIT -> Wake.TIMED;
            case READING -> wait.on().map(on -> onFile(process, on, true)).orElse(Wake.UNKNOWN);
            case WRITING -> wait.on().map(on -> onFile(process, on, false)).orElse(Wake.UNKNOWN);
            case WAITING_FOR_CHILD -> onChild(process, wait);
            case FUTEX -> onFutex(process, wait);
            case POLLING -> polls.of(process, wait);
            case AWAITING_SIGNAL -> onSignal(process, wait);
            case LOCKING_FILE -> wait.on().map(this::onFileLock).orElse(Wake.UNKNOWN);
            case ACCEPTING, CONNECTING -> Wake.OUTSIDE;
            case OPENING, MESSAGE_OR_SEMAPHORE, OUTSIDE_CALL, OTHER_CALL, UNREADABLE -> Wake.UNKNOWN;
        };
    }

    /** Whoever waits to read from a file, or to write to it. */
    Wake onFile(ObservedProcess process, Descriptor on, boolean reads) {
        return switch (on.kind()) {
            case PIPE, NAMED_PIPE -> onPipe(on, reads);
            case SOCKET -> sockets.of(process, on);
            case EVENT_COUNTER -> Wake.by(facts.everybody());
            case TIMER -> Wake.TIMED;
            case PROCESS -> onProcessDescriptor(process, on);
            case EPOLL -> polls.ofSet(process, on.number());
            case DEVICE -> Wake.OUTSIDE;
            // a file may be on another machine, and the kernel's other objects wake for reasons of their own
            case OTHER_ANONYMOUS, FILE, OTHER, UNREADABLE -> Wake.UNKNOWN;
        };
    }

    /** The signal of a timer ends sigwait(3) without any handler; the set is in the memory of the process. */
    private Wake onSignal(ObservedProcess process, ThreadWait wait) {
        if (wait.call().filter(SystemCall.RT_SIGTIMEDWAIT::equals).isPresent()) {
            Observed<byte[]> set =
                    facts.memory(process, wait.raw().orElseThrow().argument(0), Long.BYTES);
            if (!set.isKnown() || set.value().length < Long.BYTES) {
                return Wake.UNKNOWN;
            }
            long signals =
                    ByteBuffer.wrap(set.value()).order(ByteOrder.nativeOrder()).getLong();
            if ((signals & SIGNALS_OF_THE_KERNEL) != 0) {
                return Wake.TIMED;
            }
        }
        return Wake.by(facts.everybody());
    }

    private Wake onPipe(Descriptor on, boolean reads) {
        if (MultiprocessingPipe.of(on).filter(MultiprocessingPipe::timed).isPresent()) {
            return Wake.TIMED;
        }
        PipeEnd other = PipeEnd.other(on, reads);
        return Wake.by(facts.holders(other), other);
    }

    /** A child that has ended and was not reaped yet ends the wait at once. */
    private Wake onChild(ObservedProcess process, ThreadWait wait) {
        List<ObservedProcess> children = wait.child().isPresent()
                ? facts.tree().awaitedChild(process, wait).stream().toList()
                : facts.tree().children(process.pid());
        if (children.stream().anyMatch(ObservedProcess::hasEnded)) {
            return Wake.RUNNING;
        }
        return Wake.by(children.stream().map(ObservedProcess::pid).collect(Collectors.toSet()));
    }

    /** {@code fdinfo} of a pidfd has the pid in the line {@code Pid:}; -1 once the process has been reaped. */
    private Wake onProcessDescriptor(ObservedProcess process, Descriptor on) {
        Optional<Long> pid = facts.held(process, on.number()).flatMap(file -> Numbers.after("Pid:", file.details()));
        Optional<ObservedProcess> awaited = pid.flatMap(number -> facts.tree().find(number));
        if (awaited.isEmpty() || awaited.get().hasEnded()) {
            return Wake.UNKNOWN;
        }
        return Wake.by(Set.of(awaited.get().pid()));
    }

    /**
     * Futexes in memory that is not shared can only be woken by the same process, whatever flag the call has: the C
     * library joins threads without the flag.
     */
    private Wake onFutex(ObservedProcess process, ThreadWait wait) {
        Set<Long> itself = Set.of(process.pid());
        if (wait.call().filter(SystemCall.FUTEX::equals).isEmpty()) {
            return Wake.UNKNOWN;
        }
        if (wait.isPrivateFutex()) {
            return Wake.by(itself);
        }
        long address = wait.raw().orElseThrow().argument(0);
        Optional<Mapping> mapping = facts.mapping(process, address);
        if (mapping.isEmpty()) {
            return Wake.UNKNOWN;
        }
        return Wake.by(mapping.get().shared() ? facts.sharers(mapping.get()) : itself);
    }

    /** The kernel names the holder of a lock, but a forked process holds the locks of flock(2) as well. */
    private Wake onFileLock(Descriptor on) {
        Set<Long> holders = new HashSet<>(facts.holders(new PipeEnd(on.device(), on.inode(), PipeEnd.Use.ANY)));
        for (long pid : FileLocks.owners(facts.locks(), on)) {
            if (facts.tree().find(pid).isEmpty()) {
                return Wake.OUTSIDE;
            }
            holders.add(pid);
        }
        return Wake.by(holders, new PipeEnd(on.device(), on.inode(), PipeEnd.Use.ANY));
    }
}
