package procgrade.observe;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Takes {@link ProcessTree snapshots} of a process and its descendants, without stopping them and without any right
 * beyond those of their user. One instance serves several threads; all it remembers is who does not carry a mark.
 */
public final class TreeScan {
    private static final Comparator<ProcessStat> BY_AGE =
            Comparator.comparing(ProcessStat::startedAfterBoot).thenComparingLong(ProcessStat::pid);

    /** On a quiet machine one is enough. */
    private static final int MOST_LISTINGS = 20;

    private final ProcFs proc;
    private final KernelUnits units;
    private final ThreadReader threadReader;
    private final ScanLimits limits;
    private final Map<Unmarked, Boolean> unmarked = new ConcurrentHashMap<>();

    /** A process that was found not to carry a mark; only its own exec(2) could change that. */
    private record Unmarked(long pid, Duration start, EnvironmentMark mark) {}

    /**
     * A scan that reads system calls by the given numbering.
     *
     * @param proc where to read
     * @param architecture of the machine that {@code proc} is from
     * @param limits what a scan may cost
     */
    public TreeScan(ProcFs proc, Architecture architecture, ScanLimits limits) {
        this.proc = proc;
        this.units = KernelUnits.read(proc);
        this.threadReader = new ThreadReader(proc, units, architecture);
        this.limits = limits;
    }

    /** {@return a scan of this machine with the usual limits} */
    public static TreeScan ofThisMachine() {
        return new TreeScan(ProcFs.ofThisMachine(), Architecture.ofThisMachine(), ScanLimits.DEFAULT);
    }

    /**
     * Looks at a process and all that descend from it.
     *
     * @param rootPid pid of the process
     * @return the tree, empty if there is no such process
     */
    public ProcessTree scan(long rootPid) {
        return scan(rootPid, Optional.empty());
    }

    /**
     * Looks at a process, all that descend from it, and all that carry its mark.
     *
     * @param rootPid pid of the process
     * @param mark by which its strayed descendants are recognised
     * @return the tree; it has no root if only strayed processes are left
     */
    public ProcessTree scan(long rootPid, EnvironmentMark mark) {
        return scan(rootPid, Optional.of(mark));
    }

    /**
     * Looks at processes that somebody else has found, at a fraction of the price.
     *
     * @param rootPid pid of the process from which they descend
     * @param pids all that there are; one that does not descend from the root has strayed
     * @return the tree of those that are still there
     */
    public ProcessTree scan(long rootPid, Set<Long> pids) {
        Map<Long, ProcessStat> known = stats(pids);
        Members members = new Members(known);
        members.addWithDescendants(rootPid, false);
        known.values().stream().sorted(BY_AGE).forEach(stat -> members.addWithDescendants(stat.pid(), true));
        return look(rootPid, members);
    }

    /**
     * Looks for the second time: searches for processes as {@link #scan(long, EnvironmentMark)} does, but reads no more of
     * their threads than it takes to see whether they have run. All are listed before the first one is read; if somebody
     * is born meanwhile anywhere on the machine, they are listed anew, and if that does not end, the look is not complete.
     *
     * @param rootPid pid of the process
     * @param mark by which its strayed descendants are recognised
     * @param uncounted threads of which it does not matter whether they have run; they are not read
     * @return who is there now
     */
    public SecondLook lookAgain(long rootPid, EnvironmentMark mark, Set<Long> uncounted) {
        for (int listing = 0; listing < MOST_LISTINGS; listing++) {
            long newest = newestTask();
            Members members = members(rootPid, Optional.of(mark));
            Map<ProcessStat, Tids> listed = listed(members.oldestFirst(rootPid, limits.processes()));
            if (newest > 0 && newest == newestTask()) {
                return readAgain(members, listed, uncounted);
            }
        }
        return new SecondLook(List.of(), Set.of(), false);
    }

    private long newestTask() {
        return proc.readRecord("loadavg", LoadAverage.LIMIT_BYTES)
                .toOptional()
                .map(LoadAverage::newestTask)
                .orElse(0L);
    }

    private Map<ProcessStat, Tids> listed(List<ProcessStat> members) {
        Map<ProcessStat, Tids> listed = new LinkedHashMap<>();
        int threadsLeft = limits.threads();
        for (ProcessStat member : members) {
            Tids tids = tids(member, threadsLeft);
            listed.put(member, tids);
            threadsLeft -= tids.some().size();
        }
        return listed;
    }

    private SecondLook readAgain(Members members, Map<ProcessStat, Tids> listed, Set<Long> uncounted) {
        List<SecondLook.OfProcess> processes = new ArrayList<>();
        listed.forEach((member, tids) -> readAgain(member, tids, uncounted).ifPresent(processes::add));
        // who has vanished since may have woken somebody who had been read before
        boolean complete = members.complete
                && members.strayed.size() <= limits.processes()
                && processes.size() == listed.size()
                && processes.stream().allMatch(SecondLook.OfProcess::allThreads);
        Set<Long> kernelThreads = members.everybody.values().stream()
                .filter(ProcessStat::ofKernel)
                .map(ProcessStat::pid)
                .collect(Collectors.toSet());
        return new SecondLook(processes, kernelThreads, complete);
    }

    private Optional<SecondLook.OfProcess> readAgain(ProcessStat member, Tids tids, Set<Long> uncounted) {
        List<Long> counted =
                tids.some().stream().filter(tid -> !uncounted.contains(tid)).toList();
        boolean othersLive = tids.some().stream().anyMatch(tid -> tid != member.pid() && uncounted.contains(tid));
        Optional<List<SecondLook.OfThread>> threads = threadReader.readAgain(member.pid(), counted);
        return stat(member.pid())
                .toOptional()
                .filter(member::isSameProcess)
                .map(stat -> new SecondLook.OfProcess(
                        stat, threads.orElse(List.of()), othersLive, tids.all() && threads.isPresent()));
    }

    /** Threads of a process, and whether these are all. */
    private record Tids(List<Long> some, boolean all) {}

    private Tids tids(ProcessStat member, int maxThreads) {
        Observed<List<Long>> tids = proc.numbers(member.pid() + "/task", maxThreads + 1);
        List<Long> listed = tids.toOptional().orElse(List.of());
        return new Tids(
                listed.subList(0, Math.min(listed.size(), maxThreads)), tids.isKnown() && listed.size() <= maxThreads);
    }

    private Map<Long, ProcessStat> stats(Collection<Long> pids) {
        Map<Long, ProcessStat> stats = new HashMap<>();
        for (long pid : pids) {
            stat(pid).toOptional().ifPresent(stat -> stats.put(pid, stat));
        }
        return stats;
    }

    private ProcessTree scan(long rootPid, Optional<EnvironmentMark> mark) {
        return look(rootPid, members(rootPid, mark));
    }

    private Members members(long rootPid, Optional<EnvironmentMark> mark) {
        Observed<List<Long>> listing = proc.numbers("", limits.listed());
        List<Long> pids = listing.toOptional().orElse(List.of());
        Map<Long, ProcessStat> everybody = stats(pids);
        Members members = new Members(everybody);
        members.addWithDescendants(rootPid, false);
        mark.ifPresent(wanted -> addStrays(members, everybody, wanted));
        members.complete = listing.isKnown() && pids.size() < limits.listed();
        return members;
    }

    private Observed<ProcessStat> stat(long pid) {
        return proc.readRecord(pid + "/stat", ProcessStat.LIMIT_BYTES)
                .parse(content -> ProcessStat.parse(content, units));
    }

    private void addStrays(Members members, Map<Long, ProcessStat> everybody, EnvironmentMark mark) {
        List<ProcessStat> oldestFirst =
                everybody.values().stream().sorted(BY_AGE).toList();
        for (ProcessStat candidate : oldestFirst) {
            boolean unknown = !candidate.ofKernel() && !members.strayed.containsKey(candidate.pid());
            if (unknown && carries(candidate, mark)) {
                members.addWithDescendants(candidate.pid(), true);
            }
        }
        unmarked.keySet().removeIf(process -> !everybody.containsKey(process.pid()));
    }

    private boolean carries(ProcessStat candidate, EnvironmentMark mark) {
        Unmarked process = new Unmarked(candidate.pid(), candidate.startedAfterBoot(), mark);
        if (unmarked.containsKey(process)) {
            return false;
        }
        Observed<byte[]> environ = proc.read(candidate.pid() + "/environ", EnvironmentMark.LIMIT_BYTES);
        boolean carries = environ.isKnown() && mark.isIn(environ.value());
        if (environ.isKnown() && !carries && environ.value().length > 0) {
            unmarked.put(process, true);
        }
        return carries;
    }

    private ProcessTree look(long rootPid, Members members) {
        List<ObservedProcess> processes = new ArrayList<>();
        boolean complete = members.complete && members.strayed.size() <= limits.processes();
        int threadsLeft = limits.threads();
        for (ProcessStat member : members.oldestFirst(rootPid, limits.processes())) {
            Optional<ObservedProcess> process = look(member, members.strayed.get(member.pid()), threadsLeft);
            if (process.isPresent()) {
                processes.add(process.get());
                threadsLeft -= process.get().threads().size();
                complete &= process.get().allThreads();
            }
        }
        return new ProcessTree(rootPid, processes, complete);
    }

    private static Comparator<ProcessStat> rootFirst(long rootPid) {
        return Comparator.<ProcessStat, Boolean>comparing(stat -> stat.pid() != rootPid)
                .thenComparing(BY_AGE);
    }

    /** Reads {@code stat} again at the end: it tells whether the pid still means the process that was listed. */
    private Optional<ObservedProcess> look(ProcessStat member, boolean strayed, int maxThreads) {
        String folder = Long.toString(member.pid());
        Tids tids = tids(member, maxThreads);
        OptionalLong innermostPid = proc.readRecord(folder + "/status", StatusFile.LIMIT_BYTES)
                .parse(StatusFile::parse)
                .toOptional()
                .map(StatusFile::innermostPid)
                .orElse(OptionalLong.empty());
        boolean nested = innermostPid.isPresent() && innermostPid.getAsLong() != member.pid();
        List<ObservedThread> threads = threadReader.read(member.pid(), tids.some(), nested);
        List<String> commandLine = proc.read(folder + "/cmdline", CommandLine.LIMIT_BYTES)
                .toOptional()
                .map(CommandLine::words)
                .orElse(List.of());
        return stat(member.pid())
                .toOptional()
                .filter(member::isSameProcess)
                .map(stat -> new ObservedProcess(
                        stat,
                        commandLine,
                        innermostPid,
                        strayed,
                        threads,
                        tids.all(),
                        ProcessRole.guess(commandLine, stat.name())));
    }

    /** The processes found to belong to the tree, while they are being collected. */
    private static final class Members {
        private final Map<Long, ProcessStat> everybody;
        private final Map<Long, List<ProcessStat>> children = new HashMap<>();
        private final Map<Long, Boolean> strayed = new LinkedHashMap<>();
        private boolean complete = true;

        Members(Map<Long, ProcessStat> everybody) {
            this.everybody = everybody;
            for (ProcessStat stat : everybody.values()) {
                children.computeIfAbsent(stat.parentPid(), parent -> new ArrayList<>())
                        .add(stat);
            }
        }

        /** A child is never older than its parent; one that is has read the pid of a parent that is gone. */
        void addWithDescendants(long pid, boolean asStray) {
            Deque<Long> pending = new ArrayDeque<>(List.of(pid));
            while (!pending.isEmpty()) {
                ProcessStat parent = everybody.get(pending.remove());
                if (parent == null || strayed.putIfAbsent(parent.pid(), asStray) != null) {
                    continue;
                }
                for (ProcessStat child : children.getOrDefault(parent.pid(), List.of())) {
                    if (child.startedAfterBoot().compareTo(parent.startedAfterBoot()) >= 0) {
                        pending.add(child.pid());
                    }
                }
            }
        }

        List<ProcessStat> oldestFirst(long rootPid, int limit) {
            return strayed.keySet().stream()
                    .map(everybody::get)
                    .sorted(rootFirst(rootPid))
                    .limit(limit)
                    .toList();
        }
    }
}
