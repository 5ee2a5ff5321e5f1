package procgrade.corpus;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import procgrade.observe.BackgroundThreads;
import procgrade.observe.KeptFile;
import procgrade.observe.ProcFs;

/**
 * When any thread of a program has last been seen to have run, independent of the detector. Threads with the names of a
 * Java virtual machine's own ones do not count. Not so exact with Java 17, which lets a thread that waits for a monitor
 * wake up now and then.
 */
final class LastMove {
    private static final int MOST_TASKS = 10_000;
    private static final int BYTES = 4096;

    private final ProcFs proc = ProcFs.ofThisMachine();
    private final Map<Long, Task> tasks = new HashMap<>();
    private Duration at = Duration.ZERO;

    /** One thread and its counters. */
    private static final class Task {
        private final long pid;
        private final KeptFile counters;
        private byte[] last = new byte[0];

        Task(long pid, KeptFile counters) {
            this.pid = pid;
            this.counters = counters;
        }

        boolean hasMoved() {
            byte[] now = counters.read().toOptional().orElse(new byte[0]);
            boolean moved = !Arrays.equals(now, last);
            last = now;
            return moved;
        }
    }

    void started(long rootPid) {
        addWithDescendants(rootPid);
    }

    /** Looks. A thread that has not run has started neither threads nor processes. */
    void tick(Duration elapsed) {
        Set<Long> moved = new HashSet<>();
        for (Map.Entry<Long, Task> entry : List.copyOf(tasks.entrySet())) {
            Task task = entry.getValue();
            if (!task.hasMoved()) {
                continue;
            }
            moved.add(task.pid);
            String name = text(task.pid + "/task/" + entry.getKey() + "/comm");
            if (task.last.length == 0) {
                task.counters.close();
                tasks.remove(entry.getKey());
            }
            if (!BackgroundThreads.isNamed(name)) {
                at = elapsed;
            }
        }
        moved.forEach(this::addWithDescendants);
    }

    private void addWithDescendants(long first) {
        Deque<Long> pids = new ArrayDeque<>(List.of(first));
        while (!pids.isEmpty()) {
            long pid = pids.remove();
            for (long tid : proc.numbers(pid + "/task", MOST_TASKS).toOptional().orElse(List.of())) {
                String folder = pid + "/task/" + tid;
                boolean isNew = !tasks.containsKey(tid);
                tasks.computeIfAbsent(tid, any -> new Task(pid, proc.keep(folder + "/schedstat", BYTES)));
                for (String child : text(folder + "/children").split(" ")) {
                    boolean known = child.isEmpty() || tasks.containsKey(Long.valueOf(child));
                    if (!known || isNew && !child.isEmpty()) {
                        pids.add(Long.valueOf(child));
                    }
                }
            }
        }
    }

    private String text(String path) {
        return proc.read(path, BYTES)
                .toOptional()
                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1).strip())
                .orElse("");
    }

    Duration at() {
        return at;
    }

    void close() {
        tasks.values().forEach(task -> task.counters.close());
    }
}
