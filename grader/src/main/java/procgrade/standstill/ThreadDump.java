package procgrade.standstill;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the thread dump of a HotSpot virtual machine as {@code jstack -l} prints it. Tried with versions 17 and 25; their
 * formats differ in the native ids (hexadecimal before 19) and in details that are ignored.
 */
final class ThreadDump {
    private static final String STATE = "   java.lang.Thread.State: ";
    private static final String CLASS_WAIT = "\t- waiting on the Class initialization monitor for ";
    private static final String END = "JNI global ref";

    private final Map<Long, JavaThread> threads = new HashMap<>();
    private final Map<JavaThread.Lock, JavaThread> owners = new HashMap<>();

    private ThreadDump() {}

    /**
     * Reads a dump.
     *
     * @param text what the virtual machine printed
     * @return the dump, empty if it was cut off or is not one
     */
    static Optional<ThreadDump> parse(String text) {
        ThreadDump dump = new ThreadDump();
        Entry entry = null;
        boolean ended = false;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            ended |= line.startsWith(END);
            if (ended) {
                break;
            }
            Optional<DumpLine.Header> header = DumpLine.header(line);
            if (header.isPresent()) {
                dump.add(entry);
                entry = new Entry(header.get());
            } else if (entry != null) {
                entry.add(line);
            }
        }
        dump.add(entry);
        dump.threads.values().forEach(dump::addLocks);
        return ended && !dump.threads.isEmpty() ? Optional.of(dump) : Optional.empty();
    }

    private void add(Entry entry) {
        if (entry != null) {
            JavaThread thread = entry.thread();
            threads.put(thread.nativeId(), thread);
        }
    }

    private void addLocks(JavaThread thread) {
        for (JavaThread.Lock lock : thread.locks()) {
            if (!thread.awaits().equals(Optional.of(lock))) {
                owners.putIfAbsent(lock, thread);
            }
        }
    }

    /** The lines of one thread, while they are being read. */
    private static final class Entry {
        private final DumpLine.Header header;
        private final List<JavaThread.Frame> frames = new ArrayList<>();
        private final List<JavaThread.Lock> locks = new ArrayList<>();
        private final Set<JavaThread.Lock> monitors = new HashSet<>();
        private boolean awaitsOneOfThem;
        private Optional<JavaThread.Lock> awaits = Optional.empty();
        private String state = "";

        Entry(DumpLine.Header header) {
            this.header = header;
        }

        void add(String line) {
            if (line.startsWith(STATE)) {
                state = line.substring(STATE.length()).split(" ", 2)[0];
                return;
            }
            // the virtual machine calls it RUNNABLE
            state = line.startsWith(CLASS_WAIT) ? "WAITING" : state;
            DumpLine.frame(line).ifPresent(frames::add);
            awaits = awaits.or(() -> DumpLine.awaits(line));
            awaitsOneOfThem |= DumpLine.awaitsUnnamed(line);
            Optional<JavaThread.Lock> has = DumpLine.has(line);
            if (has.isPresent()) {
                (DumpLine.isMonitor(line) ? monitors : locks).add(has.get());
            }
        }

        /**
         * Who waits to be notified has released one of the monitors that it has entered. Which one is not always said: then
         * it has none of them for certain, and waits for the only one that there is.
         */
        JavaThread thread() {
            if (!awaitsOneOfThem) {
                locks.addAll(monitors);
            } else if (monitors.size() == 1) {
                awaits = awaits.or(() -> monitors.stream().findFirst());
            }
            return new JavaThread(
                    header.name(), header.numbered(), header.daemon(), header.nativeId(), state, frames, awaits, locks);
        }
    }

    /** {@return the thread with this id in the innermost pid namespace} */
    Optional<JavaThread> thread(long nativeId) {
        return Optional.ofNullable(threads.get(nativeId));
    }

    /** {@return the thread that has locked an object} */
    Optional<JavaThread> ownerOf(JavaThread.Lock wanted) {
        return Optional.ofNullable(owners.get(wanted));
    }

    Collection<JavaThread> threads() {
        return threads.values();
    }
}
