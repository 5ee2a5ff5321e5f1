package procgrade.standstill;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import procgrade.observe.Descriptor;
import procgrade.observe.Link;
import procgrade.observe.Observed;
import procgrade.observe.ObservedProcess;
import procgrade.observe.ProcFs;
import procgrade.observe.ProcessTree;
import procgrade.observe.StatusFile;

/**
 * What else {@code /proc} says about the processes of one snapshot, read when it is asked for, once. It is true of the
 * snapshot only if the threads that matter have not moved before all of it was read.
 */
final class TreeFacts {
    private static final int MOST_DESCRIPTORS = 4096;

    /** Longer descriptions of a file are cut off there. */
    static final int DETAIL_BYTES = 64 * 1024;

    private static final int MAP_BYTES = 8 << 20;
    private static final int TABLE_BYTES = 4 << 20;
    private static final String DELETED = " (deleted)";

    private final ProcFs proc;
    private final ProcessTree tree;
    private final Supplier<Map<Long, Long>> peers;
    private Map<Long, Long> socketPeers;
    private final Map<Long, List<Descriptor>> descriptors = new HashMap<>();
    private final Map<Long, Map<Integer, HeldFile>> held = new HashMap<>();
    private final Map<Long, List<Mapping>> mappings = new HashMap<>();
    private final Map<Long, Optional<StatusFile>> statuses = new HashMap<>();
    private final Map<Long, Boolean> timers = new HashMap<>();
    private final Map<Long, String> programs = new HashMap<>();
    private final Map<String, String> tables = new HashMap<>();

    /**
     * Facts about a snapshot.
     *
     * @param proc where to read
     * @param tree the snapshot
     * @param peers tells which sockets are connected with each other; asked at most once
     */
    TreeFacts(ProcFs proc, ProcessTree tree, Supplier<Map<Long, Long>> peers) {
        this.proc = proc;
        this.tree = tree;
        this.peers = peers;
    }

    ProcessTree tree() {
        return tree;
    }

    /** A folder that describes the process also when its first thread has ended, as any living thread's does. */
    private static String folder(ObservedProcess process) {
        long tid = process.threads().isEmpty()
                ? process.pid()
                : process.threads().get(0).tid();
        return process.pid() + "/task/" + tid;
    }

    private List<Descriptor> descriptors(ObservedProcess process) {
        return descriptors.computeIfAbsent(
                process.pid(), pid -> Descriptor.all(proc, folder(process), MOST_DESCRIPTORS));
    }

    /** With its details, which only few of many descriptors are asked for. */
    private HeldFile held(ObservedProcess process, Descriptor descriptor) {
        return held.computeIfAbsent(process.pid(), pid -> new HashMap<>())
                .computeIfAbsent(
                        descriptor.number(),
                        number -> HeldFile.of(descriptor, text(folder(process) + "/fdinfo/" + number)));
    }

    /** {@return whether a process may have more files open than were read} */
    boolean isCutOff() {
        return tree.processes().stream()
                .anyMatch(process -> descriptors(process).size() >= MOST_DESCRIPTORS);
    }

    Optional<HeldFile> held(ObservedProcess process, int number) {
        return descriptors(process).stream()
                .filter(descriptor -> descriptor.number() == number)
                .findFirst()
                .map(descriptor -> held(process, descriptor));
    }

    private String text(String path) {
        return proc.read(path, DETAIL_BYTES)
                .toOptional()
                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                .orElse("");
    }

    /** {@return pids of the tree that have this end open} */
    Set<Long> holders(PipeEnd end) {
        return tree.processes().stream()
                .filter(process -> descriptors(process).stream()
                        .anyMatch(descriptor -> end.isOf(descriptor) && end.isHeldBy(held(process, descriptor))))
                .map(ObservedProcess::pid)
                .collect(Collectors.toSet());
    }

    /** {@return whether the file has a path; true if that is not known} */
    boolean mayHavePath(PipeEnd end) {
        return tree.processes().stream()
                .flatMap(process -> descriptors(process).stream())
                .filter(end::isOf)
                .findFirst()
                .map(descriptor -> descriptor.target().startsWith("/"))
                .orElse(true);
    }

    /** {@return pids of all processes that are alive} */
    Set<Long> everybody() {
        Set<Long> pids = new HashSet<>();
        for (ObservedProcess process : tree.processes()) {
            if (!process.hasEnded()) {
                pids.add(process.pid());
            }
        }
        return pids;
    }

    private List<Mapping> mappings(ObservedProcess process) {
        return mappings.computeIfAbsent(
                process.pid(),
                pid -> proc.read(folder(process) + "/maps", MAP_BYTES)
                        .toOptional()
                        .map(Mapping::parse)
                        .orElse(List.of()));
    }

    /** {@return what is mapped at an address, empty if nothing is or it may not be known} */
    Optional<Mapping> mapping(ObservedProcess process, long address) {
        return mappings(process).stream()
                .filter(mapping -> mapping.contains(address))
                .findFirst();
    }

    /** {@return pids of the tree that share the memory of a mapping} */
    Set<Long> sharers(Mapping wanted) {
        return tree.processes().stream()
                .filter(process -> mappings(process).stream()
                        .anyMatch(mapping -> mapping.shared() && mapping.file().equals(wanted.file())))
                .map(ObservedProcess::pid)
                .collect(Collectors.toSet());
    }

    Observed<byte[]> memory(ObservedProcess process, long address, int length) {
        return address > 0 ? proc.readAt(folder(process) + "/mem", address, length) : Observed.unreadable();
    }

    /** {@return whether the process has a handler of its own for a signal; true if that is not known} */
    boolean catches(ObservedProcess process, int signal) {
        return isInMask(process, "SigCgt", signal).orElse(true);
    }

    /** {@return whether a signal does nothing to the process; false if that is not known} */
    boolean ignores(ObservedProcess process, int signal) {
        return isInMask(process, "SigIgn", signal).orElse(false);
    }

    private Optional<Boolean> isInMask(ObservedProcess process, String name, int signal) {
        Optional<StatusFile> status = statuses.computeIfAbsent(
                process.pid(),
                pid -> proc.read(folder(process) + "/status", StatusFile.LIMIT_BYTES)
                        .parse(StatusFile::parse)
                        .toOptional());
        return status.flatMap(file -> file.value(name))
                .filter(mask -> mask.matches("[0-9a-f]{1,16}"))
                .map(mask -> (Long.parseUnsignedLong(mask, 16) >>> (signal - 1) & 1) != 0);
    }

    /** {@return whether it has made a timer by timer_create(2), armed or not; true if that is not known} */
    boolean hasTimers(ObservedProcess process) {
        return timers.computeIfAbsent(process.pid(), pid -> {
            Observed<byte[]> listed = proc.read(pid + "/timers", DETAIL_BYTES);
            return !listed.isKnown() || listed.value().length > 0;
        });
    }

    /** {@return the file name of the program that a process runs; empty if that is not known} */
    String program(ObservedProcess process) {
        return programs.computeIfAbsent(process.pid(), pid -> {
            String path = proc.link(folder(process) + "/exe", text -> false)
                    .toOptional()
                    .map(Link::target)
                    .orElse("");
            boolean deleted = path.endsWith(DELETED);
            return path.substring(
                    path.lastIndexOf('/') + 1, deleted ? path.length() - DELETED.length() : path.length());
        });
    }

    /** {@return a table of the network that a process is in, such as {@code unix}; empty if there is none} */
    String networkTable(ObservedProcess process, String name) {
        return tables.computeIfAbsent(
                folder(process) + "/net/" + name,
                path -> proc.read(path, TABLE_BYTES)
                        .toOptional()
                        .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                        .orElse(""));
    }

    /** {@return the inodes of sockets by those of their peers, as far as they are known} */
    Map<Long, Long> socketPeers() {
        if (socketPeers == null) {
            socketPeers = peers.get();
        }
        return socketPeers;
    }

    /** {@return the locks on files, proc_locks(5)} */
    String locks() {
        return tables.computeIfAbsent(
                "locks",
                path -> proc.read(path, TABLE_BYTES)
                        .toOptional()
                        .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                        .orElse(""));
    }
}
