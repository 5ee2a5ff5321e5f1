package procgrade.standstill;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import procgrade.observe.Architecture;
import procgrade.observe.FileType;
import procgrade.observe.Link;
import procgrade.observe.Observed;
import procgrade.observe.ObservedProcess;
import procgrade.observe.ProcFs;
import procgrade.observe.ProcessTree;
import procgrade.observe.ScanLimits;
import procgrade.observe.TreeScan;

/**
 * A {@code /proc} made for a test, with files of the forms that the kernel gives them. Process 1 is the root of the tree;
 * numbers of system calls are those of x86-64.
 */
final class MadeProc implements ProcFs {
    static final long ROOT = 1;
    private static final long PIPES = 14;
    private static final long SOCKETS = 9;

    private final Map<String, byte[]> files = new HashMap<>();
    private final Map<String, Link> links = new HashMap<>();
    private final Map<String, byte[]> memory = new HashMap<>();
    private final Map<Long, Long> peers = new HashMap<>();
    private int readings;
    private int eventAt = -1;
    private Runnable event = () -> {};
    private final Map<String, Runnable> linkEvents = new HashMap<>();
    private final Map<String, Runnable> fileEvents = new HashMap<>();

    MadeProc() {
        newestTask(20_000);
    }

    /** Of the whole machine. */
    MadeProc newestTask(long number) {
        return file("loadavg", "0.00 0.01 0.05 1/99 " + number + "\n");
    }

    /** Adds a process with one thread that does the call; its executable file has the name of its first word. */
    MadeProc process(long pid, long parent, String call, String... commandLine) {
        file(pid + "/cmdline", String.join("\0", commandLine) + "\0");
        link(pid + "/task/" + pid + "/exe", "/usr/bin/" + commandLine[0], FileType.REGULAR, 1, 1);
        file(pid + "/timers", "");
        status(pid, 0, 0);
        stat(pid + "", pid, parent, 'S', 100 + pid);
        return thread(pid, pid, 'S', call).file(pid + "/task/" + pid + "/net/unix", "Num RefCount\n");
    }

    MadeProc thread(long pid, long tid, char state, String call) {
        String folder = pid + "/task/" + tid;
        stat(folder, tid, ROOT, state, 100 + pid);
        file(folder + "/schedstat", "1000000 0 7\n");
        return file(folder + "/syscall", call + "\n");
    }

    /** The process has ended and was not reaped. */
    MadeProc zombie(long pid, long parent) {
        return stat(pid + "", pid, parent, 'Z', 100 + pid).stat(pid + "/task/" + pid, pid, parent, 'Z', 100 + pid);
    }

    MadeProc status(long pid, long caught, long ignored) {
        String text = String.format(
                "Name:\tx\nNSpid:\t%d\nSigIgn:\t%016x\nSigCgt:\t%016x\nvoluntary_ctxt_switches:\t5\n"
                        + "nonvoluntary_ctxt_switches:\t0\n",
                pid, ignored, caught);
        return file(pid + "/status", text).file(pid + "/task/" + pid + "/status", text);
    }

    MadeProc stat(String folder, long id, long parent, char state, long start) {
        String after = "0 ".repeat(29).strip();
        return file(
                folder + "/stat",
                id + " (x) " + state + " " + parent + " 1 1 0 -1 0 0 0 0 0 1 1 0 0 20 0 1 0 " + start + " 0 10 0 9 "
                        + after + "\n");
    }

    MadeProc pipe(long pid, int number, long inode, String access) {
        return descriptor(pid, number, "pipe:[" + inode + "]", PIPES, inode, "flags:\t0" + access + "\n");
    }

    MadeProc socket(long pid, int number, long inode) {
        return descriptor(pid, number, "socket:[" + inode + "]", SOCKETS, inode, "flags:\t02\n");
    }

    /** What the program {@code ss} knows of two sockets. */
    MadeProc connected(long inode, long peer) {
        peers.put(inode, peer);
        peers.put(peer, inode);
        return this;
    }

    MadeProc anonymous(long pid, int number, String type, String details) {
        return descriptor(pid, number, "anon_inode:[" + type + "]", 15, 77, "flags:\t02\n" + details);
    }

    private MadeProc descriptor(long pid, int number, String target, long device, long inode, String details) {
        String folder = pid + "/task/" + pid;
        file(folder + "/fdinfo/" + number, details);
        return link(folder + "/fd/" + number, target, FileType.OTHER, device, inode);
    }

    MadeProc link(String path, String target, FileType type, long device, long inode) {
        links.put(path, new Link(target, type, device, inode));
        return this;
    }

    MadeProc file(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    MadeProc without(String path) {
        files.remove(path);
        return this;
    }

    /** Numbers in the memory of a process, each of a length in bytes. */
    MadeProc memory(long pid, long address, int bytes, long... numbers) {
        ByteBuffer buffer = ByteBuffer.allocate(numbers.length * bytes).order(ByteOrder.nativeOrder());
        for (long number : numbers) {
            if (bytes == Long.BYTES) {
                buffer.putLong(number);
            } else if (bytes == Integer.BYTES) {
                buffer.putInt((int) number);
            } else {
                buffer.putShort((short) number);
            }
        }
        memory.put(pid + "/task/" + pid + "/mem@" + address, buffer.array());
        return this;
    }

    /** Lets something happen just before a certain reading, counted from now on. */
    void atReading(int reading, Runnable what) {
        readings = 0;
        eventAt = reading;
        event = what;
    }

    /** Lets something happen just before a link is read for the first time. */
    void atLink(String path, Runnable what) {
        linkEvents.put(path, what);
    }

    /** Lets something happen just before a file is read, each time. */
    void atFile(String path, Runnable what) {
        fileEvents.put(path, what);
    }

    MadeProc withoutLink(String path) {
        links.remove(path);
        return this;
    }

    void vanish(long pid) {
        files.keySet().removeIf(path -> path.startsWith(pid + "/"));
        links.keySet().removeIf(path -> path.startsWith(pid + "/"));
    }

    String text(String path) {
        return new String(files.get(path), StandardCharsets.ISO_8859_1);
    }

    static String call(long number, long... arguments) {
        StringBuilder line = new StringBuilder(Long.toString(number));
        for (int i = 0; i < 6; i++) {
            line.append(" 0x").append(Long.toHexString(i < arguments.length ? arguments[i] : 0));
        }
        return line.append(" 0x7ffc00001000 0x7f00").toString();
    }

    ProcessTree scan() {
        return new TreeScan(this, Architecture.X86_64, ScanLimits.DEFAULT).scan(ROOT);
    }

    /** What the rules say of the first thread of a process. */
    Wake wake(long pid) {
        ProcessTree tree = scan();
        ObservedProcess process = tree.find(pid).orElseThrow();
        return new WakeRules(new TreeFacts(this, tree, () -> peers))
                .of(process, process.threads().get(0));
    }

    List<Waiter> waiters() {
        ProcessTree tree = scan();
        WakeRules rules = new WakeRules(new TreeFacts(this, tree, () -> peers));
        List<Waiter> waiters = new ArrayList<>();
        for (ObservedProcess process : tree.processes()) {
            process.threads().forEach(thread -> waiters.add(Waiter.of(process, thread, rules.of(process, thread))));
        }
        return waiters;
    }

    @Override
    public Observed<byte[]> read(String path, int limitBytes) {
        readings++;
        if (readings == eventAt) {
            event.run();
        }
        fileEvents.getOrDefault(path, () -> {}).run();
        byte[] content = files.get(path);
        return content == null
                ? Observed.gone()
                : Observed.of(Arrays.copyOf(content, Math.min(content.length, limitBytes)));
    }

    @Override
    public Observed<byte[]> readAt(String path, long offset, int length) {
        byte[] content = memory.get(path + "@" + offset);
        return content == null
                ? Observed.unreadable()
                : Observed.of(Arrays.copyOf(content, Math.min(content.length, length)));
    }

    @Override
    public Observed<byte[]> readUserFile(String path, int limitBytes) {
        return read(path, limitBytes);
    }

    @Override
    public Observed<Link> link(String path) {
        Optional.ofNullable(linkEvents.remove(path)).ifPresent(Runnable::run);
        return links.containsKey(path) ? Observed.of(links.get(path)) : Observed.gone();
    }

    @Override
    public Observed<List<Long>> numbers(String directory, int limit) {
        String prefix = directory.isEmpty() ? "" : directory + "/";
        TreeSet<Long> numbers = new TreeSet<>();
        files.keySet().forEach(path -> addNumber(path, prefix, numbers));
        links.keySet().forEach(path -> addNumber(path, prefix, numbers));
        return Observed.of(numbers.stream().limit(limit).toList());
    }

    private static void addNumber(String path, String prefix, TreeSet<Long> numbers) {
        String name = path.startsWith(prefix) ? path.substring(prefix.length()).split("/", 2)[0] : "";
        if (name.matches("[0-9]{1,18}")) {
            numbers.add(Long.valueOf(name));
        }
    }
}
