package procgrade.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Looks at the threads of one process. In which order it reads is a part of the argument in docs/deadlock.md. */
final class ThreadReader {
    private final ProcFs proc;
    private final KernelUnits units;
    private final WaitClassifier classifier;

    ThreadReader(ProcFs proc, KernelUnits units, Architecture architecture) {
        this.proc = proc;
        this.units = units;
        this.classifier = new WaitClassifier(architecture);
    }

    /**
     * Threads that have ended are left out: of a process, the first one stays in the list until all others end.
     *
     * @param nested whether the threads have other ids for themselves than for us
     */
    List<ObservedThread> read(long pid, List<Long> tids, boolean nested) {
        List<ObservedThread> threads = new ArrayList<>(tids.size());
        for (long tid : tids) {
            readOne(pid, tid, nested).ifPresent(threads::add);
        }
        return List.copyOf(threads);
    }

    /**
     * The counters are read before everything else: if a later look finds the same, what was read in between belongs
     * together. Where the call has a descriptor, they are read after that, too: whoever believes this one look does not
     * get the file of another call, and sees that the thread is running.
     */
    private Optional<ObservedThread> readOne(long pid, long tid, boolean nested) {
        String folder = pid + "/task/" + tid;
        Progress before = Progress.readCheaply(proc, folder);
        Observed<KernelCall> call = call(folder);
        Optional<Identity> identity = nested ? ofStatus(folder) : ofStat(folder, tid);
        if (identity.isEmpty() || identity.get().state().hasEnded()) {
            return Optional.empty();
        }
        ProcessState state = identity.get().state();
        ThreadWait wait = classifier.classify(state, call, number -> Descriptor.read(proc, folder, number));
        Progress after = wait.on().isPresent() ? Progress.readCheaply(proc, folder) : before;
        boolean moved = after.hasMovedSince(before);
        return Optional.of(new ObservedThread(
                tid,
                identity.get().innermostTid(),
                identity.get().name(),
                state,
                moved ? ThreadWait.of(WaitKind.RUNNING, call.toOptional().orElse(null)) : wait,
                after));
    }

    /** What a thread is. */
    private record Identity(OptionalLong innermostTid, String name, ProcessState state) {}

    private Optional<Identity> ofStat(String folder, long tid) {
        return proc.readRecord(folder + "/stat", ProcessStat.LIMIT_BYTES)
                .parse(content -> ProcessStat.parse(content, units))
                .toOptional()
                .map(stat -> new Identity(OptionalLong.of(tid), stat.name(), stat.state()));
    }

    /** As expensive as {@code stat} twice, but nothing else has the ids. */
    private Optional<Identity> ofStatus(String folder) {
        return proc.readRecord(folder + "/status", StatusFile.LIMIT_BYTES)
                .parse(StatusFile::parse)
                .toOptional()
                .flatMap(status ->
                        status.state().map(state -> new Identity(status.innermostPid(), status.name(), state)));
    }

    private Observed<KernelCall> call(String folder) {
        return proc.readRecord(folder + "/syscall", KernelCall.LIMIT_BYTES).parse(KernelCall::parse);
    }

    /**
     * Looks whether threads have run since they were read. First the state, then the counters: a thread that was woken
     * before the former has a new state, or has run since and has new counters. Context switches are counted only when a
     * thread leaves its core; so where they are all there is, its call is read in between: the kernel tells it of nobody
     * who is still on a core.
     *
     * @return those that live; empty if one of them has ended since it was listed. Of a process whose other threads live
     *     the first one stays when it has ended
     */
    Optional<List<SecondLook.OfThread>> readAgain(long pid, List<Long> tids) {
        List<SecondLook.OfThread> threads = new ArrayList<>(tids.size());
        for (long tid : tids) {
            String folder = pid + "/task/" + tid;
            Optional<ProcessState> state = proc.readRecord(folder + "/stat", ProcessStat.LIMIT_BYTES)
                    .parse(ProcessStat::parseState)
                    .toOptional();
            boolean ended = state.isEmpty() || state.get().hasEnded();
            if (ended && (tid != pid || state.isEmpty())) {
                return Optional.empty();
            }
            if (!ended) {
                threads.add(again(folder, tid, state.get()));
            }
        }
        return Optional.of(threads);
    }

    private SecondLook.OfThread again(String folder, long tid, ProcessState state) {
        Progress progress = Progress.readCheaply(proc, folder);
        if (progress.scheduled().isKnown()) {
            return new SecondLook.OfThread(tid, state, Optional.empty(), progress);
        }
        Optional<KernelCall> call = call(folder).toOptional();
        return new SecondLook.OfThread(tid, state, call, Progress.readCheaply(proc, folder));
    }
}
