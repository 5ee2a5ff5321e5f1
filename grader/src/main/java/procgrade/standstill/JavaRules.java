package procgrade.standstill;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import procgrade.observe.ObservedProcess;
import procgrade.observe.ObservedThread;
import procgrade.observe.ProcFs;
import procgrade.observe.StatusFile;
import procgrade.observe.WaitKind;

/**
 * What a thread dump adds to the system calls of a Java virtual machine: which threads are the machine's own, and who
 * waits for a monitor. JDK 17 enters a contended monitor with a time limit, again and again, so that without the dump a
 * deadlock of monitors would look like a limited wait.
 */
final class JavaRules {
    private static final Set<String> WITHOUT_FRAMES = Set.of(
            "Signal Dispatcher",
            "Service Thread",
            "Monitor Deflation Thread",
            "Sweeper thread",
            "Notification Thread",
            "Attach Listener");
    private static final String ENDING = "DestroyJavaVM";
    private static final String REFERENCES = "java.lang.ref.Reference$ReferenceHandler.run";
    private static final String FINALIZER = "java.lang.ref.Finalizer$FinalizerThread.run";
    private static final String CLEANER = "jdk.internal.ref.CleanerImpl.run";
    private static final String GARBAGE = "java.lang.ref.ReferenceQueue.remove";
    private static final String UNBLOCKER = "java.lang.VirtualThread.unblockVirtualThreads";
    private static final String IDLE_IN_POOL = "java.util.concurrent.ForkJoinPool.awaitWork";
    private static final String NEXT_TASK = "java.util.concurrent.ThreadPoolExecutor.getTask";
    private static final String DELAYED = "java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue.take";

    private final ProcFs proc;
    private final Map<Long, ThreadDump> dumps;

    /**
     * Rules for the virtual machines that have answered.
     *
     * @param proc where to read the ids of threads
     * @param dumps by the pid of the virtual machine
     */
    JavaRules(ProcFs proc, Map<Long, ThreadDump> dumps) {
        this.proc = proc;
        this.dumps = Map.copyOf(dumps);
    }

    /** {@return the dump of a process that is a Java virtual machine and has answered} */
    Optional<ThreadDump> dump(long pid) {
        return Optional.ofNullable(dumps.get(pid));
    }

    Optional<JavaThread> thread(ObservedProcess process, ObservedThread thread) {
        return dump(process.pid()).flatMap(dump -> dump.thread(thread.nativeId()));
    }

    /**
     * Whether a thread is one that the virtual machine has started to answer us, or for itself meanwhile.
     *
     * @param pid the process
     * @param tid a thread that the picture does not have, but the dump may
     */
    boolean isStartedByAsking(long pid, long tid) {
        return dump(pid)
                .flatMap(dump -> dump.thread(innermostTid(pid, tid)))
                .filter(seen -> isInternal(seen) && !hasJavaCode(seen))
                .isPresent();
    }

    private long innermostTid(long pid, long tid) {
        return proc.readRecord(pid + "/task/" + tid + "/status", StatusFile.LIMIT_BYTES)
                .parse(StatusFile::parse)
                .toOptional()
                .map(status -> status.innermostPid().orElse(tid))
                .orElse(-1L);
    }

    /** Whether a thread is the virtual machine's own. The first thread only waits for the one that runs main. */
    boolean isOfMachine(ObservedProcess process, ObservedThread thread) {
        Optional<ThreadDump> dump = dump(process.pid());
        return dump.isPresent()
                && thread(process, thread).map(JavaRules::isInternal).orElse(thread.tid() == process.pid());
    }

    Waiter apply(Waiter waiter) {
        if (dump(waiter.pid()).isEmpty()) {
            return waiter;
        }
        if (isOfMachine(waiter.process(), waiter.thread())) {
            return waiter.with(Fate.INTERNAL);
        }
        Optional<JavaThread> java = thread(waiter.process(), waiter.thread());
        if (java.isEmpty()) {
            return waiter;
        }
        JavaThread seen = java.get();
        if (seen.isTimedWaiting()) {
            return waiter.with(Fate.TIMED);
        }
        if (waitsForMachine(seen, waiter) || seen.isIn(GARBAGE)) {
            return waiter.with(Fate.UNKNOWN);
        }
        boolean mayBeTimed = waiter.fate() == Fate.BLOCKED || waiter.fate() == Fate.TIMED;
        return seen.isBlocked() && mayBeTimed ? blocked(waiter) : waiter;
    }

    /**
     * A thread that Java takes for running, but that waits in the kernel for another thread: for a collection that goes on
     * beside the program, for the compiler. The thread that waits to end the virtual machine has no frames; when all others
     * have ended, it waits for the machine's own threads to stop.
     */
    private boolean waitsForMachine(JavaThread seen, Waiter waiter) {
        boolean awaitsEnd = seen.frames().isEmpty()
                && seen.name().equals(ENDING)
                && dumps.get(waiter.pid()).threads().stream().anyMatch(other -> keepsRunning(other, seen));
        return seen.state().equals("RUNNABLE")
                && !seen.isIn(UNBLOCKER)
                && waiter.thread().activity().kind() == WaitKind.FUTEX
                && !awaitsEnd;
    }

    private static boolean keepsRunning(JavaThread other, JavaThread ending) {
        return other.numbered() && !other.daemon() && other.nativeId() != ending.nativeId();
    }

    /**
     * Whether a thread wakes up now and then only to find a monitor owned, as Java 17 has it. That it has run since proves
     * nothing as long as the owner has not. The dump shows all threads of the virtual machine at the same moment. An owner
     * that was born after the first look could have ended before the second one, so it must be in the picture.
     */
    boolean isTryingAgain(Waiter waiter) {
        if (waiter.fate() != Fate.BLOCKED) {
            return false;
        }
        return thread(waiter.process(), waiter.thread())
                .filter(JavaThread::isBlocked)
                .flatMap(JavaThread::awaits)
                .flatMap(lock -> dumps.get(waiter.pid()).ownerOf(lock))
                .filter(owner -> !isInternal(owner) && isIn(waiter.process(), owner))
                .isPresent();
    }

    private static boolean isIn(ObservedProcess process, JavaThread owner) {
        return process.threads().stream().anyMatch(thread -> thread.nativeId() == owner.nativeId());
    }

    /** A monitor is released by a thread of the same virtual machine. */
    private static Waiter blocked(Waiter waiter) {
        return new Waiter(waiter.process(), waiter.thread(), Fate.BLOCKED, Set.of(waiter.pid()), Set.of());
    }

    /** Of a process that is no virtual machine, or has not answered, nothing is known: no. */
    boolean mayRunProgram(ObservedProcess process, ObservedThread thread) {
        return thread(process, thread).filter(JavaRules::hasJavaCode).isPresent();
    }

    /**
     * Whether a thread of the virtual machine works for the program when it is given something to do, as an idle worker of
     * a pool does. That it waits is no proof that it has nothing to do: it may have been woken, but has not run yet.
     */
    static boolean hasJavaCode(JavaThread thread) {
        return thread.numbered() && !thread.frames().isEmpty();
    }

    /**
     * By what a thread does and not by its name, which the program can choose. A thread of the program always has frames
     * of the program, or has ended its work.
     */
    static boolean isInternal(JavaThread thread) {
        if (!thread.numbered()) {
            return true;
        }
        if (!thread.daemon()) {
            return false;
        }
        if (thread.frames().isEmpty()) {
            return WITHOUT_FRAMES.contains(thread.name()) || thread.name().matches("C[12] CompilerThread\\d+");
        }
        if (!thread.frames().stream().allMatch(JavaThread.Frame::isOfJava)) {
            return false;
        }
        boolean idleReaper =
                thread.name().startsWith("process reaper") && thread.isIn(NEXT_TASK) && !thread.isIn(DELAYED);
        return idleReaper
                || thread.isIn(REFERENCES)
                || thread.isIn(FINALIZER)
                || thread.isIn(CLEANER)
                || thread.isIn(IDLE_IN_POOL);
    }
}
