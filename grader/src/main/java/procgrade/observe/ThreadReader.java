package procgrade.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at the threads of one process. */
final class ThreadReader {
    private final ProcFs proc;
    private final KernelUnits units;
    private final WaitClassifier classifier;

    ThreadReader(ProcFs proc, KernelUnits units, Architecture architecture) {
        this.proc = proc;
        this.units = units;
        this.classifier = new WaitClassifier(architecture);
    }

    /** Threads that have ended are left out: of a process, the first one stays in the list until all others end. */
    List<ObservedThread> read(long pid, List<Long> tids) {
        List<ObservedThread> threads = new ArrayList<>(tids.size());
        for (long tid : tids) {
            readOne(pid, tid).ifPresent(threads::add);
        }
        return List.copyOf(threads);
    }

    /**
     * The counters are read before and after everything else: if they have moved, what was read in between does not
     * belong together, for instance the call and the file behind its descriptor, and the thread was running.
     */
    private Optional<ObservedThread> readOne(long pid, long tid) {
        String folder = pid + "/task/" + tid;
        Progress before = Progress.readCheaply(proc, folder);
        Observed<KernelCall> call =
                proc.read(folder + "/syscall", KernelCall.LIMIT_BYTES).parse(KernelCall::parse);
        Observed<ProcessStat> stat = proc.read(folder + "/stat", ProcessStat.LIMIT_BYTES)
                .parse(content -> ProcessStat.parse(content, units));
        if (!stat.isKnown() || stat.value().state().hasEnded()) {
            return Optional.empty();
        }
        ProcessState state = stat.value().state();
        ThreadWait wait = classifier.classify(state, call, number -> Descriptor.read(proc, folder, number));
        Progress after = Progress.readCheaply(proc, folder);
        boolean moved = after.hasMovedSince(before);
        return Optional.of(new ObservedThread(
                tid,
                stat.value().name(),
                state,
                moved ? ThreadWait.of(WaitKind.RUNNING, call.toOptional().orElse(null)) : wait,
                after));
    }
}
