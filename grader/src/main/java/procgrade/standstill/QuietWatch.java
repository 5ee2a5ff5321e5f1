package procgrade.standstill;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import procgrade.observe.BackgroundThreads;
import procgrade.observe.KeptFile;
import procgrade.observe.Observed;
import procgrade.observe.ObservedProcess;
import procgrade.observe.ObservedThread;
import procgrade.observe.ProcFs;
import procgrade.observe.ProcessTree;

/**
 * Tells at a low price whether any thread of a tree has run since the last time. It only decides when a closer look is
 * worth its price, so it may be wrong: it leaves out threads with the names of a virtual machine's own ones, and does not
 * know of processes that were started since it was told. A thread that has not run cannot have started any.
 */
final class QuietWatch {
    private static final int COUNTER_BYTES = 128;
    private static final int NAME_BYTES = 64;

    /** A thread of a virtual machine that has used less since the last time has only looked whether it can go on. */
    private static final long TRIFLE_NANOS = 150_000;

    /** Each takes a descriptor of the grader; those of further threads are opened each time. */
    private static final int MOST_KEPT = 512;

    private final ProcFs proc;
    private final Map<Long, Counter> counters = new LinkedHashMap<>();
    private final Map<Long, Integer> moves = new HashMap<>();
    private Counter lastMoved;
    private boolean stirred;

    QuietWatch(ProcFs proc) {
        this.proc = proc;
    }

    /** Watches the threads of these processes from now on. */
    void follow(ProcessTree tree, Set<Long> ignored) {
        Map<Long, Counter> before = new HashMap<>(counters);
        counters.clear();
        for (ObservedProcess process : tree.processes()) {
            if (ignored.contains(process.pid())) {
                continue;
            }
            for (ObservedThread thread : process.threads()) {
                Counter known = before.remove(thread.tid());
                boolean background = BackgroundThreads.contains(process, thread);
                if (background) {
                    close(known);
                } else {
                    counters.put(thread.tid(), known == null ? new Counter(process, thread) : known);
                }
            }
        }
        before.values().forEach(QuietWatch::close);
        lastMoved = null;
    }

    private static void close(Counter counter) {
        if (counter != null) {
            counter.file.close();
        }
    }

    /**
     * Whether a thread has run since the last call. Looks at all of them only if none has: the one that ran last time is
     * asked first.
     */
    boolean hasMoved() {
        if (lastMoved != null && lastMoved.hasMoved()) {
            return true;
        }
        for (Counter counter : counters.values()) {
            if (counter.hasMoved() && !counter.isBackground()) {
                lastMoved = counter;
                moves.merge(counter.pid, 1, Integer::sum);
                return true;
            }
        }
        lastMoved = null;
        return false;
    }

    /** {@return whether since the last call a thread has run for so short a time that it does not count} */
    boolean hasStirred() {
        boolean result = stirred;
        stirred = false;
        return result;
    }

    /** {@return the processes that are watched} */
    Set<Long> pids() {
        return counters.values().stream().map(counter -> counter.pid).collect(Collectors.toSet());
    }

    /** {@return how often each process was the first to be seen to have run after a moment without} */
    Map<Long, Integer> moves() {
        return Map.copyOf(moves);
    }

    void close() {
        counters.values().forEach(QuietWatch::close);
        counters.clear();
    }

    /** The counters of one thread. */
    private final class Counter {
        private final long pid;
        private final String threadFolder;
        private final boolean ofJava;
        private final KeptFile file;
        private byte[] last;

        Counter(ObservedProcess process, ObservedThread thread) {
            this.pid = process.pid();
            this.threadFolder = pid + "/task/" + thread.tid();
            this.ofJava = process.role().isJava();
            String path = threadFolder + "/schedstat";
            this.file =
                    counters.size() < MOST_KEPT ? proc.keep(path, COUNTER_BYTES) : () -> proc.read(path, COUNTER_BYTES);
            this.last = content();
        }

        private byte[] content() {
            Observed<byte[]> now = file.read();
            return now.isKnown() ? now.value() : new byte[0];
        }

        boolean hasMoved() {
            byte[] now = content();
            boolean changed = !Arrays.equals(now, last);
            boolean trifle = ofJava && now.length > 0 && last.length > 0 && used(now) - used(last) <= TRIFLE_NANOS;
            last = now;
            stirred |= changed && trifle;
            return changed && !trifle;
        }

        /** The first number of the file: nanoseconds on a core. */
        private static long used(byte[] content) {
            long nanos = 0;
            for (int i = 0; i < content.length && content[i] >= '0' && content[i] <= '9'; i++) {
                nanos = 10 * nanos + content[i] - '0';
            }
            return nanos;
        }

        /** A new thread bears its creator's name for a while. */
        boolean isBackground() {
            return ofJava
                    && proc.read(threadFolder + "/comm", NAME_BYTES)
                            .toOptional()
                            .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1).strip())
                            .filter(BackgroundThreads::isNamed)
                            .isPresent();
        }
    }
}
