package procgrade.observe;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A kernel in memory whose processes are born, run and end when a test says so. Unlike {@link SavedProc} it changes, and
 * a file of it that is kept open is bound to its process.
 */
final class FakeProc implements ProcFs {
    private final Map<Long, FakeProcess> processes = new TreeMap<>();
    private boolean listsChildren = true;
    private boolean schedStat = true;
    private boolean countsTasks = true;
    private long newestTask = 1;
    private int reads;

    /** One process; a test changes it as it likes. */
    static final class FakeProcess {
        final long pid;
        final long startTicks;
        final Map<Long, long[]> threads = new TreeMap<>();
        final Map<Long, String> names = new TreeMap<>();
        long parent;
        long session = 1;
        String name;
        String commandLine;
        String environ = "";
        String state = "S";
        long cpuTicks;
        long reapedTicks;
        long peakKibibytes = 1000;
        long innerPid;
        int waitStatus;
        String startCode = "4096";

        FakeProcess(long pid, long parent, long startTicks, String... commandLine) {
            this.pid = pid;
            this.innerPid = pid;
            this.parent = parent;
            this.startTicks = startTicks;
            this.threads.put(pid, new long[] {1_000_000, 0, 1});
            exec(commandLine);
        }

        FakeProcess exec(String... words) {
            name = words[0].substring(words[0].lastIndexOf('/') + 1);
            commandLine = Arrays.stream(words).map(word -> word + "\0").collect(Collectors.joining());
            return this;
        }

        /** Its first thread computes. */
        FakeProcess runs(long millis) {
            return runs(pid, millis);
        }

        FakeProcess runs(long tid, long millis) {
            long[] counters = threads.computeIfAbsent(tid, unused -> new long[] {0, 0, 0});
            counters[0] += millis * 1_000_000;
            counters[2]++;
            return this;
        }

        FakeProcess waitsForCore(long millis) {
            threads.get(pid)[1] += millis * 1_000_000;
            return this;
        }

        void becomesZombie(int status) {
            state = "Z";
            waitStatus = status;
            commandLine = "";
            threads.keySet().removeIf(tid -> tid != pid);
            threads.get(pid)[2]++;
        }

        private String stat(long tid) {
            return tid + " (" + name + ") " + state + " " + parent + " 1 " + session + " 0 -1 0 0 0 0 0 " + cpuTicks
                    + " 0 " + reapedTicks + " 0 20 0 "
                    + threads.size() + " 0 " + startTicks + " 0 10 0 " + startCode
                    + " 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 " + waitStatus + "\n";
        }
    }

    FakeProcess born(long pid, long parent, long startTicks, String... commandLine) {
        FakeProcess process = new FakeProcess(pid, parent, startTicks, commandLine);
        processes.put(pid, process);
        newestTask = pid;
        return process;
    }

    FakeProcess process(long pid) {
        return processes.get(pid);
    }

    void newThread(FakeProcess process, long tid) {
        process.runs(tid, 0);
        newestTask = tid;
    }

    /** Gone with its entry; its children get another parent. */
    void vanishes(FakeProcess process) {
        processes.remove(process.pid, process);
        orphan(process, 1);
    }

    void orphan(FakeProcess dead, long newParent) {
        processes.values().stream()
                .filter(child -> child.parent == dead.pid)
                .forEach(child -> child.parent = newParent);
    }

    FakeProc withoutChildrenFiles() {
        listsChildren = false;
        return this;
    }

    FakeProc withoutSchedStat() {
        schedStat = false;
        return this;
    }

    FakeProc withoutTaskCounter() {
        countsTasks = false;
        return this;
    }

    int readsSoFar() {
        return reads;
    }

    @Override
    public Observed<byte[]> read(String path, int limitBytes) {
        reads++;
        if (path.equals("loadavg")) {
            return text("0.00 0.00 0.00 1/100 " + (countsTasks ? newestTask : 77) + "\n", limitBytes);
        }
        FakeProcess process = find(path);
        return process == null ? Observed.gone() : read(process, path, limitBytes);
    }

    private FakeProcess find(String path) {
        String first = path.split("/")[0];
        return first.matches("[0-9]+") ? processes.get(Long.valueOf(first)) : null;
    }

    private Observed<byte[]> read(FakeProcess process, String path, int limitBytes) {
        String[] parts = path.split("/");
        if (parts.length == 4) {
            long tid = Long.parseLong(parts[2]);
            long[] counters = process.threads.get(tid);
            return counters == null ? Observed.gone() : thread(process, tid, parts[3], counters, limitBytes);
        }
        return switch (parts[1]) {
            case "stat" -> text(process.stat(process.pid), limitBytes);
            case "status" ->
                text(
                        "Name:\tx\nNSpid:\t" + process.pid + "\t" + process.innerPid + "\nVmHWM:\t "
                                + process.peakKibibytes + " kB\n",
                        limitBytes);
            case "cmdline" -> text(process.commandLine, limitBytes);
            case "environ" -> text(process.environ, limitBytes);
            default -> Observed.gone();
        };
    }

    private Observed<byte[]> thread(FakeProcess process, long tid, String file, long[] counters, int limitBytes) {
        return switch (file) {
            case "stat" -> text(process.stat(tid), limitBytes);
            case "schedstat" ->
                schedStat
                        ? text(counters[0] + " " + counters[1] + " " + counters[2] + "\n", limitBytes)
                        : Observed.gone();
            case "comm" -> text(process.names.getOrDefault(tid, process.name) + "\n", limitBytes);
            case "children" -> listsChildren ? text(children(process, tid), limitBytes) : Observed.gone();
            default -> Observed.gone();
        };
    }

    /** All children are those of the first thread. */
    private String children(FakeProcess process, long tid) {
        return processes.values().stream()
                .filter(child -> child.parent == process.pid && tid == process.pid)
                .map(child -> child.pid + " ")
                .collect(Collectors.joining());
    }

    private static Observed<byte[]> text(String content, int limitBytes) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return Observed.of(Arrays.copyOf(bytes, Math.min(limitBytes, bytes.length)));
    }

    @Override
    public KeptFile keep(String path, int limitBytes) {
        FakeProcess process = find(path);
        if (path.equals("loadavg")) {
            return () -> read(path, limitBytes);
        }
        return () -> {
            boolean same = process != null && processes.get(process.pid) == process;
            return same ? read(path, limitBytes) : Observed.gone();
        };
    }

    @Override
    public Observed<byte[]> readAt(String path, long offset, int length) {
        return Observed.unreadable();
    }

    @Override
    public Observed<List<Long>> numbers(String directory, int limit) {
        reads++;
        if (directory.isEmpty()) {
            return Observed.of(
                    new ArrayList<>(processes.keySet()).stream().limit(limit).toList());
        }
        FakeProcess process = find(directory);
        return process == null
                ? Observed.gone()
                : Observed.of(process.threads.keySet().stream().limit(limit).toList());
    }

    @Override
    public Observed<byte[]> readUserFile(String path, int limitBytes) {
        return Observed.unreadable();
    }

    @Override
    public Observed<Link> link(String path) {
        return Observed.unreadable();
    }
}
