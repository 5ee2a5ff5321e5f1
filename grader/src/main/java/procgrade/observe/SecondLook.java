package procgrade.observe;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a second look at a tree tells: who is there, and whether it has run since the first one. What each waits for is
 * not read again: that of a thread that has not run is what it was.
 *
 * @param processes those of the tree, in any order
 * @param kernelThreads the numbers of all threads of the kernel
 * @param complete whether these are all, with all their threads
 */
public record SecondLook(List<OfProcess> processes, Set<Long> kernelThreads, boolean complete) {
    /** Copies the lists. */
    public SecondLook {
        processes = List.copyOf(processes);
        kernelThreads = Set.copyOf(kernelThreads);
    }

    /**
     * One process.
     *
     * @param stat its numbers
     * @param threads its living threads that count
     * @param othersLive whether it has living threads besides, not counting its first one
     * @param allThreads whether these are all
     */
    public record OfProcess(ProcessStat stat, List<OfThread> threads, boolean othersLive, boolean allThreads) {
        /** Copies the list. */
        public OfProcess {
            threads = List.copyOf(threads);
        }

        /** {@return whether nothing of it can run any more, as {@link ObservedProcess#hasEnded} has it} */
        public boolean hasEnded() {
            return stat.state().hasEnded() && allThreads && threads.isEmpty() && !othersLive;
        }
    }

    /**
     * One thread.
     *
     * @param tid its id, as seen by the reader
     * @param state its scheduling state
     * @param call its system call; empty if the counters alone tell whether it is still in the same one
     * @param progress its counters, read after the state
     */
    public record OfThread(long tid, ProcessState state, Optional<KernelCall> call, Progress progress) {
        /**
         * Whether the thread has slept since the first look, from when its call was read then until its state was read now.
         *
         * @param first the first look
         * @return true only if it is certain
         */
        public boolean isUnmovedSince(ObservedThread first) {
            return progress.isUnmovedSince(first.progress())
                    && state == first.state()
                    && (progress.scheduled().isKnown()
                            || call.equals(first.activity().raw()));
        }
    }
}
