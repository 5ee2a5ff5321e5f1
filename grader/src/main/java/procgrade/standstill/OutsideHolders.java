package procgrade.standstill;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import procgrade.observe.Descriptor;
import procgrade.observe.ProcFs;

/**
 * Looks for processes that do not belong to the program but hold the other end of something that it waits for: they may
 * wake it at any time. This includes the grader itself and its other children. Processes of other users cannot be looked
 * into; they have nothing of the program's unless they were given it on purpose. Threads of the kernel have no files.
 */
final class OutsideHolders {
    private static final int MOST_PROCESSES = 32_768;
    private static final int MOST_DESCRIPTORS = 65_536;
    private static final int DETAIL_BYTES = 4096;

    /** Each but the first is for those who were born during the one before. */
    private static final int MOST_LISTINGS = 50;

    private final ProcFs proc;
    private final TreeFacts facts;
    private final Set<Long> kernelThreads;

    OutsideHolders(ProcFs proc, TreeFacts facts, Set<Long> kernelThreads) {
        this.proc = proc;
        this.facts = facts;
        this.kernelThreads = kernelThreads;
    }

    /** {@return the waiters; those that somebody outside could wake are no longer blocked} */
    List<Waiter> check(List<Waiter> waiters) {
        Set<PipeEnd> awaited = new HashSet<>();
        waiters.forEach(waiter -> awaited.addAll(waiter.awaited()));
        Set<PipeEnd> outside = awaited.isEmpty() ? Set.of() : heldOutside(awaited);
        return waiters.stream()
                .map(waiter ->
                        waiter.awaited().stream().anyMatch(outside::contains) ? waiter.with(Fate.OUTSIDE) : waiter)
                .toList();
    }

    /** Until nobody is listed who has not been searched: whoever has inherited an end meanwhile is found, too. */
    private Set<PipeEnd> heldOutside(Set<PipeEnd> awaited) {
        Set<PipeEnd> held = new HashSet<>();
        Predicate<String> promises = promises(awaited);
        Set<Long> searched = new HashSet<>(kernelThreads);
        facts.tree().processes().forEach(process -> searched.add(process.pid()));
        for (int listing = 0; listing < MOST_LISTINGS; listing++) {
            List<Long> pids = proc.numbers("", MOST_PROCESSES).toOptional().orElse(List.of());
            List<Long> unsearched = pids.stream().filter(searched::add).toList();
            if (pids.isEmpty() || pids.size() == MOST_PROCESSES) {
                return awaited;
            }
            if (unsearched.isEmpty()) {
                return held;
            }
            unsearched.forEach(pid -> search(pid, awaited, promises, held));
        }
        return awaited;
    }

    private void search(long pid, Set<PipeEnd> awaited, Predicate<String> promises, Set<PipeEnd> held) {
        boolean ourselves = pid == ProcessHandle.current().pid();
        Predicate<String> wanted = target -> promises.test(target) && !(ourselves && target.startsWith("/proc/"));
        for (Descriptor descriptor : Descriptor.promising(proc, Long.toString(pid), MOST_DESCRIPTORS, wanted)) {
            if (awaited.stream().anyMatch(end -> end.isOf(descriptor))) {
                HeldFile file = HeldFile.of(descriptor, details(pid, descriptor.number()));
                awaited.stream().filter(end -> end.isHeldBy(file)).forEach(held::add);
            }
        }
    }

    /**
     * By the texts of links: that of a file without a path has the inode. Our own files of {@code /proc}, of which there
     * are hundreds, are none that a program could wait for.
     */
    private Predicate<String> promises(Set<PipeEnd> awaited) {
        Set<String> names = new HashSet<>();
        awaited.forEach(end -> names.add("[" + end.inode() + "]"));
        boolean paths = awaited.stream().anyMatch(facts::mayHavePath);
        return target -> target.startsWith("/") ? paths : names.contains(target.substring(target.indexOf(':') + 1));
    }

    private String details(long pid, int number) {
        return proc.read(pid + "/fdinfo/" + number, DETAIL_BYTES)
                .toOptional()
                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                .orElse("");
    }
}
