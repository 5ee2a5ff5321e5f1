package procgrade.standstill;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import procgrade.observe.Architecture;
import procgrade.observe.BackgroundThreads;
import procgrade.observe.EnvironmentMark;
import procgrade.observe.ObservedProcess;
import procgrade.observe.ObservedThread;
import procgrade.observe.ProcFs;
import procgrade.observe.ProcessRole;
import procgrade.observe.ProcessState;
import procgrade.observe.ProcessTree;
import procgrade.observe.ScanLimits;
import procgrade.observe.SecondLook;
import procgrade.observe.TreeScan;
import procgrade.observe.WaitKind;

/** Looks closely at a program's processes. */
final class Observer {
    private static final List<String> COLLECTORS = List.of(
            "VM Thread",
            "GC Thread",
            "G1 Conc",
            "G1 Main",
            "Reference Handl",
            "Finalizer",
            "Common-Cleaner",
            "process reaper");

    private final ProcFs proc;
    private final TreeScan scan;
    private final DumpSource dumps;
    private final Supplier<Set<Long>> known;
    private final long rootPid;
    private final long programPid;
    private final EnvironmentMark mark;
    private final Set<Long> ownPids;
    private final ProgramFiles files = new ProcessFiles();

    Observer(ProcFs proc, Architecture architecture, DumpSource dumps, Supplier<Set<Long>> known, Program program) {
        this.proc = proc;
        this.scan = new TreeScan(proc, architecture, ScanLimits.DEFAULT);
        this.dumps = dumps;
        this.known = known;
        this.rootPid = program.rootPid();
        this.programPid = program.programPid();
        this.mark = program.mark();
        this.ownPids = program.ownPids();
    }

    /**
     * Which processes to look at.
     *
     * @param rootPid the process from which all descend, perhaps the sandbox
     * @param programPid the program's first process
     * @param mark of processes that strayed
     * @param ownPids processes of the tree that belong to the grader
     */
    record Program(long rootPid, long programPid, EnvironmentMark mark, Set<Long> ownPids) {
        Program {
            ownPids = Set.copyOf(ownPids);
        }
    }

    /** Believes the sampler, which may not have noticed a new process yet. */
    private ProcessTree scanKnown() {
        return scan.scan(rootPid, known.get());
    }

    /** {@return the grader's own processes: those it has named, and whatever the program has been started by} */
    Set<Long> own(ProcessTree tree) {
        Set<Long> own = new HashSet<>(ownPids);
        Optional<ObservedProcess> process = tree.find(programPid);
        while (process.isPresent()) {
            process = tree.find(process.get().stat().parentPid());
            if (process.isPresent() && !own.add(process.get().pid())) {
                break;
            }
        }
        for (ObservedProcess candidate : tree.processes()) {
            if (candidate.role().kind() == ProcessRole.Kind.SANDBOX && candidate.pid() == rootPid) {
                own.add(candidate.pid());
            }
        }
        return own;
    }

    /** Looks once, without asking virtual machines: enough to say what a program is doing, not for a proof. */
    Picture glance() {
        ProcessTree tree = scanKnown();
        TreeFacts facts = new TreeFacts(proc, tree, SocketTable::read);
        WakeRules rules = new WakeRules(facts);
        return new Picture(tree, facts, noJava(), waiters(tree, rules::of), false);
    }

    /** Looks closely; stops early if somebody can go on. */
    Picture look() {
        ProcessTree tree = scanKnown();
        TreeFacts facts = new TreeFacts(proc, tree, SocketTable::read);
        WakeRules rules = new WakeRules(facts);
        List<Waiter> undecided = waiters(
                tree,
                (process, thread) ->
                        isAsleepInMachine(process, thread) ? Wake.of(Fate.UNKNOWN) : rules.of(process, thread));
        Picture first = new Picture(tree, facts, noJava(), undecided, false);
        if (!mayStandStill(first)) {
            return first;
        }
        Optional<Map<Long, ThreadDump>> answers = ask(tree);
        if (answers.isEmpty()) {
            return first;
        }
        JavaRules java = new JavaRules(proc, answers.get());
        List<Waiter> waiters = undecided.stream()
                .map(waiter -> java.apply(decided(waiter, java, rules)))
                .toList();
        Picture dumped = new Picture(first.tree(), first.facts(), java, waiters, false);
        if (!Fixpoint.isWhole(waiters) || first.facts().isCutOff()) {
            return dumped;
        }
        Set<Long> uncounted = uncounted(dumped);
        SecondLook again = scan.lookAgain(rootPid, mark, uncounted);
        if (!isUnchanged(dumped, again, uncounted)) {
            return dumped;
        }
        List<Waiter> held = new OutsideHolders(proc, first.facts(), again.kernelThreads()).check(waiters);
        List<Waiter> checked = new HiddenTimers(first.facts(), files).check(held);
        return new Picture(first.tree(), first.facts(), java, checked, Fixpoint.isWhole(checked));
    }

    private JavaRules noJava() {
        return new JavaRules(proc, Map.of());
    }

    /** Most of these turn out to be the virtual machine's own; then it does not matter what they wait for. */
    private static boolean isAsleepInMachine(ObservedProcess process, ObservedThread thread) {
        return thread.state() == ProcessState.SLEEPING
                && thread.activity().kind() == WaitKind.FUTEX
                && BackgroundThreads.contains(process, thread);
    }

    private static Waiter decided(Waiter waiter, JavaRules java, WakeRules rules) {
        boolean open = waiter.fate() == Fate.UNKNOWN
                && isAsleepInMachine(waiter.process(), waiter.thread())
                && !java.isOfMachine(waiter.process(), waiter.thread());
        return open
                ? Waiter.of(waiter.process(), waiter.thread(), rules.of(waiter.process(), waiter.thread()))
                : waiter;
    }

    /** {@return what the virtual machines of a tree say, by pid; empty if one of them does not answer} */
    private Optional<Map<Long, ThreadDump>> ask(ProcessTree tree) {
        List<ObservedProcess> machines = DumpSource.machines(tree);
        Map<Long, ThreadDump> answers = machines.isEmpty() ? Map.of() : dumps.dumps(machines);
        return Optional.of(answers).filter(all -> all.size() == machines.size());
    }

    /**
     * Whether nothing has happened since a picture was taken. Threads of the grader and of virtual machines do not count:
     * asking a virtual machine wakes some and starts one. A process that was missing in the picture is a change.
     */
    boolean isUnchanged(Picture picture) {
        Set<Long> uncounted = uncounted(picture);
        return isUnchanged(picture, scan.lookAgain(rootPid, mark, uncounted), uncounted);
    }

    /** Of the threads of a picture. */
    private Set<Long> uncounted(Picture picture) {
        Set<Long> own = own(picture.tree());
        Set<Long> uncounted = new HashSet<>();
        for (Waiter waiter : picture.waiters()) {
            boolean machine =
                    waiter.fate() == Fate.INTERNAL && !picture.java().mayRunProgram(waiter.process(), waiter.thread());
            if (machine || picture.java().isTryingAgain(waiter) || own.contains(waiter.pid())) {
                uncounted.add(waiter.tid());
            }
        }
        return uncounted;
    }

    private boolean isUnchanged(Picture picture, SecondLook now, Set<Long> uncounted) {
        Set<Long> own = own(picture.tree());
        Set<Long> known = new HashSet<>();
        picture.waiters().forEach(waiter -> known.add(waiter.tid()));
        Set<Long> ignored = new HashSet<>(uncounted);
        for (SecondLook.OfProcess process : now.processes()) {
            long pid = process.stat().pid();
            for (SecondLook.OfThread thread : process.threads()) {
                boolean startedByAsking =
                        !known.contains(thread.tid()) && picture.java().isStartedByAsking(pid, thread.tid());
                if (own.contains(pid) || startedByAsking) {
                    ignored.add(thread.tid());
                }
            }
        }
        return Stillness.isCertain(picture.tree(), now, tid -> !ignored.contains(tid));
    }

    /** Without a dump, nothing can be said of the threads of a virtual machine that look like its own or timed. */
    private static boolean mayStandStill(Picture picture) {
        boolean any = false;
        for (Waiter waiter : picture.waiters()) {
            boolean background = BackgroundThreads.contains(waiter.process(), waiter.thread());
            boolean works =
                    waiter.fate() == Fate.RUNNING && isCollector(waiter.thread().name());
            boolean dumpDecides =
                    waiter.process().role().isJava() && !works && (waiter.fate() == Fate.TIMED || background);
            if (waiter.fate() != Fate.BLOCKED && waiter.fate() != Fate.INTERNAL && !dumpDecides) {
                return false;
            }
            any |= waiter.fate() != Fate.INTERNAL;
        }
        return any && picture.tree().complete();
    }

    /** Whoever finds garbage, or cleans up behind it, may be about to let a thread of the program go on. */
    private static boolean isCollector(String name) {
        return COLLECTORS.stream().anyMatch(name::startsWith);
    }

    private List<Waiter> waiters(ProcessTree tree, BiFunction<ObservedProcess, ObservedThread, Wake> rules) {
        Set<Long> own = own(tree);
        List<Waiter> waiters = new ArrayList<>();
        for (ObservedProcess process : tree.processes()) {
            for (ObservedThread thread : process.threads()) {
                Wake wake = own.contains(process.pid()) ? Wake.of(Fate.INTERNAL) : rules.apply(process, thread);
                waiters.add(Waiter.of(process, thread, wake));
            }
        }
        return waiters;
    }
}
