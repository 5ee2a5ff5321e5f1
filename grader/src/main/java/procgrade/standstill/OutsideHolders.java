package procgrade.standstill;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import procgrade.observe.Descriptor;
import procgrade.observe.ProcFs;
import procgrade.observe.ProcessTree;

/**
 * Looks for processes that do not belong to the program but hold the other end of something that it waits for: they may
 * wake it at any time. This includes the grader itself and its other children. Processes of other users cannot be looked
 * into; they have nothing of the program's unless they were given it on purpose.
 */
final class OutsideHolders {
    private static final int MOST_PROCESSES = 32_768;
    private static final int MOST_DESCRIPTORS = 65_536;
    private static final int DETAIL_BYTES = 4096;

    private final ProcFs proc;
    private final ProcessTree tree;

    OutsideHolders(ProcFs proc, ProcessTree tree) {
        this.proc = proc;
        this.tree = tree;
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

    private Set<PipeEnd> heldOutside(Set<PipeEnd> awaited) {
        Set<PipeEnd> held = new HashSet<>();
        Set<Long> inodes = new HashSet<>();
        awaited.forEach(end -> inodes.add(end.inode()));
        for (long pid : proc.numbers("", MOST_PROCESSES).toOptional().orElse(List.of())) {
            if (tree.find(pid).isPresent()) {
                continue;
            }
            for (Descriptor descriptor : Descriptor.all(proc, Long.toString(pid), MOST_DESCRIPTORS)) {
                if (inodes.contains(descriptor.inode())) {
                    HeldFile file = HeldFile.of(descriptor, details(pid, descriptor.number()));
                    awaited.stream().filter(end -> end.isHeldBy(file)).forEach(held::add);
                }
            }
        }
        return held;
    }

    private String details(long pid, int number) {
        return proc.read(pid + "/fdinfo/" + number, DETAIL_BYTES)
                .toOptional()
                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                .orElse("");
    }
}
