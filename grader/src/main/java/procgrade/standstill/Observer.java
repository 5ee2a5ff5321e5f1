package procgrade.standstill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import procgrade.observe.Architecture;
import procgrade.observe.BackgroundThreads;
import procgrade.observe.EnvironmentMark;
import procgrade.observe.ObservedProcess;
import procgrade.observe.ObservedThread;
import procgrade.observe.ProcFs;
import procgrade.observe.ProcessRole;
import procgrade.observe.ProcessTree;
import procgrade.observe.ScanLimits;
import procgrade.observe.TreeScan;

/** Looks closely at a program's processes. */
final class Observer {
    private final ProcFs proc;
    private final TreeScan scan;
    private final DumpSource dumps;
    private final long rootPid;
    private final long programPid;
    private final EnvironmentMark mark;
    private final Set<Long> ownPids;

    Observer(ProcFs proc, Architecture architecture, DumpSource dumps, Program program) {
        this.proc = proc;
        this.scan = new TreeScan(proc, architecture, ScanLimits.DEFAULT);
        this.dumps = dumps;
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

    ProcessTree scan() {
        return scan.scan(rootPid, mark);
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
        ProcessTree tree = scan();
        TreeFacts facts = new TreeFacts(proc, tree);
        return new Picture(tree, facts, new JavaRules(proc, Map.of()), waiters(tree, facts, own(tree)), false);
    }

    /** Looks closely; stops early if somebody can go on. */
    Picture look() {
        Picture first = glance();
        if (!mayStandStill(first)) {
            return first;
        }
        Map<Long, ThreadDump> answers = new HashMap<>();
        for (ObservedProcess process : first.tree().processes()) {
            if (process.role().isJava() && !process.hasEnded()) {
                dumps.dump(process).ifPresent(dump -> answers.put(process.pid(), dump));
            }
        }
        JavaRules java = new JavaRules(proc, answers);
        List<Waiter> waiters =
                first.waiters().stream().map(java::apply).collect(Collectors.toCollection(ArrayList::new));
        Picture dumped = new Picture(first.tree(), first.facts(), java, waiters, false);
        if (!Fixpoint.isWhole(waiters) || first.facts().isCutOff()) {
            return dumped;
        }
        boolean still = isUnchanged(dumped);
        List<Waiter> checked = new OutsideHolders(proc, first.tree()).check(waiters);
        return new Picture(first.tree(), first.facts(), java, checked, still && Fixpoint.isWhole(checked));
    }

    /**
     * Whether nothing has happened since a picture was taken. Threads of the grader and of virtual machines do not count:
     * asking a virtual machine wakes some and starts one.
     */
    boolean isUnchanged(Picture picture) {
        ProcessTree now = scan();
        Set<Long> own = own(now);
        Map<Long, Fate> fates = new HashMap<>();
        picture.waiters().forEach(waiter -> fates.put(waiter.tid(), waiter.fate()));
        Set<Long> internal = new HashSet<>();
        for (ObservedProcess process : now.processes()) {
            for (ObservedThread thread : process.threads()) {
                boolean startedByAsking = !fates.containsKey(thread.tid())
                        && picture.java()
                                .thread(process, thread)
                                .filter(JavaRules::isInternal)
                                .isPresent();
                if (own.contains(process.pid()) || startedByAsking || fates.get(thread.tid()) == Fate.INTERNAL) {
                    internal.add(thread.tid());
                }
            }
        }
        // one that was internal and has ended meanwhile does not count either
        fates.forEach((tid, fate) -> {
            if (fate == Fate.INTERNAL) {
                internal.add(tid);
            }
        });
        return Stillness.isCertain(picture.tree(), now, tid -> !internal.contains(tid));
    }

    /** Without a dump, nothing can be said of the threads of a virtual machine that look like its own or timed. */
    private static boolean mayStandStill(Picture picture) {
        boolean any = false;
        for (Waiter waiter : picture.waiters()) {
            boolean dumpDecides = waiter.process().role().isJava()
                    && (waiter.fate() == Fate.TIMED || BackgroundThreads.contains(waiter.process(), waiter.thread()));
            if (waiter.fate() != Fate.BLOCKED && waiter.fate() != Fate.INTERNAL && !dumpDecides) {
                return false;
            }
            any |= waiter.fate() != Fate.INTERNAL;
        }
        return any && picture.tree().complete();
    }

    private static List<Waiter> waiters(ProcessTree tree, TreeFacts facts, Set<Long> own) {
        WakeRules rules = new WakeRules(facts);
        List<Waiter> waiters = new ArrayList<>();
        for (ObservedProcess process : tree.processes()) {
            for (ObservedThread thread : process.threads()) {
                Wake wake = own.contains(process.pid()) ? Wake.of(Fate.INTERNAL) : rules.of(process, thread);
                waiters.add(Waiter.of(process, thread, wake));
            }
        }
        return waiters;
    }
}
