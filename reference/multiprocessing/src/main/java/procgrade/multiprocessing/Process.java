package procgrade.multiprocessing;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An activity that runs in a process of its own, as Python's {@code multiprocessing.Process}.
 *
 * <pre>{@code
 * Process p = new Process(PiMw::worker, 3);
 * p.start();
 * p.join();
 * }</pre>
 *
 * <p>The child is another Java virtual machine. When it starts, the values of the program's global
 * variables (static fields) are duplicated into it; afterwards they are independent. Queues, locks and
 * the other objects of this package are shared instead. Standard output and error are the parent's,
 * standard input is empty. A process ends when its parent has been killed.
 *
 * <p>An uncaught exception in the child prints a stack trace and ends it with exit code 1. At its end a
 * process ends its daemonic children and waits for the others.
 *
 * <p>The methods of one object may be called by any thread of the process that made it.
 */
@SuppressWarnings("JavaLangClash") // the name is Python's; programs import it by name
public class Process implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Set<Class<?>> NAMED = ConcurrentHashMap.newKeySet();

    private final transient TargetCall call;
    private final transient String identity;
    private transient String name;
    private transient boolean daemon;
    private transient volatile Child child;
    private transient boolean closed;

    /** For the objects that stand for the current process and its parent: the process itself; null for others. */
    private transient Bystander bystander;

    /** For subclasses that override {@link #run()}; they implement {@link java.io.Serializable}. */
    protected Process() {
        this((TargetCall) null);
    }

    /**
     * Makes a process that is not started yet.
     *
     * @param target what it runs, not null
     */
    public Process(Target0 target) {
        this(TargetCall.of(target, List.of()));
    }

    /**
     * Makes a process that is not started yet.
     *
     * @param target what it runs, not null
     * @param a the argument; serializable or null
     * @param <A> its type
     */
    public <A> Process(Target1<? super A> target, A a) {
        this(TargetCall.of(target, Arrays.asList((Object) a)));
    }

    /**
     * Makes a process that is not started yet.
     *
     * @param target what it runs, not null
     * @param a the first argument; serializable or null
     * @param b the second
     * @param <A> the first's type
     * @param <B> the second's
     */
    public <A, B> Process(Target2<? super A, ? super B> target, A a, B b) {
        this(TargetCall.of(target, Arrays.asList(a, b)));
    }

    /**
     * Makes a process that is not started yet.
     *
     * @param target what it runs, not null
     * @param a the first argument; serializable or null
     * @param b the second
     * @param c the third
     * @param <A> the first's type
     * @param <B> the second's
     * @param <C> the third's
     */
    public <A, B, C> Process(Target3<? super A, ? super B, ? super C> target, A a, B b, C c) {
        this(TargetCall.of(target, Arrays.asList(a, b, c)));
    }

    /**
     * Makes a process that is not started yet.
     *
     * @param target what it runs, not null
     * @param a the first argument; serializable or null
     * @param b the second
     * @param c the third
     * @param d the fourth
     * @param <A> the first's type
     * @param <B> the second's
     * @param <C> the third's
     * @param <D> the fourth's
     */
    public <A, B, C, D> Process(Target4<? super A, ? super B, ? super C, ? super D> target, A a, B b, C c, D d) {
        this(TargetCall.of(target, Arrays.asList(a, b, c, d)));
    }

    /**
     * Makes a process that is not started yet.
     *
     * @param target what it runs, not null
     * @param a the first argument; serializable or null
     * @param b the second
     * @param c the third
     * @param d the fourth
     * @param e the fifth
     * @param <A> the first's type
     * @param <B> the second's
     * @param <C> the third's
     * @param <D> the fourth's
     * @param <E> the fifth's
     */
    public <A, B, C, D, E> Process(
            Target5<? super A, ? super B, ? super C, ? super D, ? super E> target, A a, B b, C c, D d, E e) {
        this(TargetCall.of(target, Arrays.asList(a, b, c, d, e)));
    }

    Process(TargetCall call) {
        this.call = call;
        CurrentProcess parent = CurrentProcess.get();
        this.identity = parent.childIdentity(Shared.restoring ? COUNT.get() : COUNT.incrementAndGet());
        String kind = getClass().getSimpleName();
        this.name = (kind.isEmpty() ? "Process" : kind) + "-" + identity;
        this.daemon = parent.daemon();
    }

    /**
     * What the process does; subclasses may override it instead of giving a target.
     *
     * @throws Exception any; in the child it ends the process with exit code 1
     */
    public void run() throws Exception {
        // without a target there is nothing to do, as in Python
    }

    /**
     * Starts the process and returns at once.
     *
     * @return this
     * @throws IllegalStateException if it was started before, if the current process is daemonic or still starting, if
     *     the target's class is not on the class path, or if too many processes of the program run
     * @throws IllegalArgumentException if the target, an argument or a captured variable is not serializable
     * @throws java.io.UncheckedIOException if the operating system refuses
     */
    public synchronized Process start() {
        checkOpen();
        if (child != null) {
            throw new IllegalStateException("cannot start " + name + " twice; make a new Process for a second run");
        }
        if (bystander != null) {
            throw bystander.cannotStart(name);
        }
        RefusedStart.check();
        if (CurrentProcess.get().daemon()) {
            throw new IllegalStateException("cannot start " + name + ": the daemonic process "
                    + CurrentProcess.get().name() + " must not have children; make it non-daemonic");
        }
        child = new ChildStart(this, NAMED).start();
        return this;
    }

    /**
     * Waits until the process has ended.
     *
     * @throws IllegalStateException if it was not started or is the current one, or the calling thread was interrupted
     */
    public void join() {
        await(-1);
    }

    /**
     * Waits until the process has ended or a time is up.
     *
     * @param timeout the longest wait
     * @return whether it has ended
     * @throws IllegalStateException if it was not started or is the current one, or the calling thread was interrupted
     * @throws IllegalArgumentException if the time-out is negative
     */
    public boolean join(Duration timeout) {
        return await(Deadline.nanos(timeout));
    }

    private boolean await(long nanos) {
        checkOpen();
        return bystander != null
                ? bystander.await(name, nanos)
                : started("join").await(nanos);
    }

    /** {@return whether it was started and has not ended} */
    public boolean isAlive() {
        checkOpen();
        return bystander != null ? bystander.isAlive() : child != null && child.isAlive();
    }

    /**
     * How the process ended.
     *
     * @return null if it has not ended; 0 for a normal end, 1 for an uncaught exception, n for
     *     {@code System.exit(n)}, -s if signal s ended it
     */
    public Integer exitcode() {
        checkOpen();
        return child == null ? null : child.exitcode();
    }

    /**
     * The process's id in the operating system.
     *
     * @return the id
     * @throws IllegalStateException if it was not started
     */
    public long pid() {
        return bystander != null
                ? bystander.knownPid(name)
                : started("ask for the pid of").pid();
    }

    /**
     * The process's name.
     *
     * @return {@code Process-1}, {@code Process-1:2} for the second child of the first, with the name of a subclass in the
     *     place of {@code Process}; or as set
     */
    public String name() {
        return name;
    }

    /**
     * Gives the process a name, for people only.
     *
     * @param newName the name, not null
     * @return this
     * @throws IllegalStateException if it was started already, since it would go on under the old name
     */
    public Process name(String newName) {
        Objects.requireNonNull(newName, "name must not be null");
        if (wasStarted()) {
            throw new IllegalStateException("cannot rename " + name + " after its start; do it before");
        }
        this.name = newName;
        return this;
    }

    /** {@return whether it is ended, rather than waited for, when its parent ends} */
    public boolean isDaemon() {
        return daemon;
    }

    /**
     * Says whether the process is daemonic: ended, rather than waited for, when its parent ends.
     *
     * @param value whether it is
     * @return this
     * @throws IllegalStateException if it was started already
     */
    public Process daemon(boolean value) {
        if (wasStarted()) {
            throw new IllegalStateException("cannot make " + name + " daemonic after its start; do it before");
        }
        this.daemon = value;
        return this;
    }

    /**
     * Ends the process at once with SIGTERM: no finally block and no hook runs in it, its own children
     * end too, and a lock it holds stays locked.
     *
     * @throws IllegalStateException if it was not started, or not by the current process
     */
    public void terminate() {
        started("terminate").signal(false);
    }

    /**
     * Ends the process with SIGKILL, like {@link #terminate()} but impossible to refuse.
     *
     * @throws IllegalStateException if it was not started, or not by the current process
     */
    public void kill() {
        started("kill").signal(true);
    }

    /**
     * Declares that this object is no longer needed.
     *
     * @throws IllegalStateException if the process still runs
     */
    @Override
    public synchronized void close() {
        if (child != null && child.isAlive()) {
            throw new IllegalStateException(
                    "cannot close " + name + " while it runs; join() it first, or terminate() it");
        }
        closed = true;
    }

    /** {@return the process that this code runs in; in the program's first process it is named MainProcess} */
    public static Process currentProcess() {
        return CurrentProcess.get().process();
    }

    /** {@return the parent of the current process, null in the program's first one} */
    public static Process parentProcess() {
        return CurrentProcess.get().parent();
    }

    /** {@return the children of this process that have not ended, in the order of their start} */
    public static List<Process> activeChildren() {
        return Child.active();
    }

    /**
     * Names further classes whose static fields are duplicated into children: those that the library does
     * not find by itself because their static initializers do more than create values.
     *
     * @param classes the classes; they get initialized
     */
    public static void shareGlobals(Class<?>... classes) {
        Collections.addAll(NAMED, classes);
    }

    @Override
    public String toString() {
        boolean alive = bystander != null ? bystander.isAlive() : child != null && child.isAlive();
        boolean initial = bystander != null ? bystander.pid() < 0 : child == null;
        String state = initial ? "initial" : alive ? "started" : "stopped";
        return getClass().getSimpleName() + "(" + name + ", " + state + ")";
    }

    private Child started(String action) {
        checkOpen();
        if (bystander != null) {
            throw bystander.cannot(action, name);
        }
        Child known = child;
        if (known == null) {
            throw new IllegalStateException(
                    "cannot " + action + " " + name + " before it is started; call start() first");
        }
        return known;
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException(name + " is closed; use a Process before you close it");
        }
    }

    final TargetCall call() {
        return call;
    }

    final String identity() {
        return identity;
    }

    private boolean wasStarted() {
        return child != null || bystander != null;
    }

    /** Makes an object for a process that this one did not start. */
    Process(String name, boolean daemon, Bystander other) {
        this.call = null;
        this.identity = "";
        standFor(name, daemon, other);
    }

    /** Makes this object describe a process that it did not start. */
    final void standFor(String name, boolean daemon, Bystander other) {
        this.name = name;
        this.daemon = daemon;
        this.bystander = other;
    }

    /** What travels to a child in the place of this object. */
    final SentProcess standIn() {
        long pid = bystander != null ? bystander.pid() : child != null ? child.pid() : SentProcess.NOT_STARTED;
        return new SentProcess(name, identity, daemon, pid);
    }
}
