package procgrade.standstill;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the thread dump of a HotSpot virtual machine as {@code jstack -l} prints it. Tried with versions 17 and 25; their
 * formats differ in the native ids (hexadecimal before 19) and in details that are ignored.
 */
final class ThreadDump {
    private static final Pattern HEADER = Pattern.compile(
            "\"(.*)\" (#\\d+ (?:\\[\\d+\\] )?)?(daemon )?(?:prio=\\d+ )?os_prio=.* nid=(0x[0-9a-f]{1,15}|\\d{1,15})(?: .*)?");
    private static final String STATE = "   java.lang.Thread.State: ";
    private static final String CLASS_WAIT = "\t- waiting on the Class initialization monitor for ";
    private static final Pattern FRAME = Pattern.compile("\tat ([^(]+)\\((?:([^/)]+)/)?([^)]*)\\)");
    private static final Pattern AWAITS = Pattern.compile(
            "\t- (?:waiting to (?:re-)?lock(?: in wait\\(\\))?|waiting on|parking to wait for) +<(0x[0-9a-f]+)> \\(an? (.*)\\)");
    private static final Pattern LOCKED = Pattern.compile("\t- (?:locked )?<(0x[0-9a-f]+)> \\(an? (.*)\\)");
    private static final String END = "JNI global ref";

    private final Map<Long, JavaThread> threads = new HashMap<>();

    private ThreadDump() {}

    /**
     * Reads a dump.
     *
     * @param text what the virtual machine printed
     * @return the dump, empty if it was cut off or is not one
     */
    static Optional<ThreadDump> parse(String text) {
        ThreadDump dump = new ThreadDump();
        List<String> entry = new ArrayList<>();
        boolean ended = false;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            ended |= line.startsWith(END);
            if (ended) {
                break;
            }
            if (isHeader(line)) {
                dump.add(entry);
                entry = new ArrayList<>();
            }
            entry.add(line);
        }
        dump.add(entry);
        return ended && !dump.threads.isEmpty() ? Optional.of(dump) : Optional.empty();
    }

    /** Most lines are none: those are told by their first character, without the pattern. */
    private static boolean isHeader(String line) {
        return line.startsWith("\"") && HEADER.matcher(line).matches();
    }

    private void add(List<String> entry) {
        Matcher header = HEADER.matcher(entry.isEmpty() ? "" : entry.get(0));
        if (!header.matches()) {
            return;
        }
        String state = "";
        List<JavaThread.Frame> frames = new ArrayList<>();
        Optional<JavaThread.Lock> awaits = Optional.empty();
        List<JavaThread.Lock> locks = new ArrayList<>();
        for (String line : entry.subList(1, entry.size())) {
            if (line.startsWith(STATE)) {
                state = line.substring(STATE.length()).split(" ", 2)[0];
            } else if (line.startsWith("\tat ")) {
                frame(line).ifPresent(frames::add);
            } else if (line.startsWith("\t- ")) {
                // the virtual machine calls it RUNNABLE
                state = line.startsWith(CLASS_WAIT) ? "WAITING" : state;
                awaits = awaits.or(() -> lock(AWAITS, line));
                lock(LOCKED, line).ifPresent(locks::add);
            }
        }
        long id = Long.decode(header.group(4));
        threads.put(
                id,
                new JavaThread(
                        header.group(1),
                        header.group(2) != null,
                        header.group(3) != null,
                        id,
                        state,
                        frames,
                        awaits,
                        locks));
    }

    private static Optional<JavaThread.Frame> frame(String line) {
        Matcher frame = FRAME.matcher(line);
        if (!frame.matches()) {
            return Optional.empty();
        }
        String module = frame.group(2) == null ? "" : frame.group(2);
        return Optional.of(new JavaThread.Frame(frame.group(1), module, frame.group(3)));
    }

    private static Optional<JavaThread.Lock> lock(Pattern pattern, String line) {
        Matcher lock = pattern.matcher(line);
        return lock.matches() ? Optional.of(new JavaThread.Lock(lock.group(1), lock.group(2))) : Optional.empty();
    }

    /** {@return the thread with this id in the innermost pid namespace} */
    Optional<JavaThread> thread(long nativeId) {
        return Optional.ofNullable(threads.get(nativeId));
    }

    /** {@return the thread that has locked an object} */
    Optional<JavaThread> ownerOf(JavaThread.Lock wanted) {
        return threads.values().stream()
                .filter(thread ->
                        thread.locks().contains(wanted) && !thread.awaits().equals(Optional.of(wanted)))
                .findFirst();
    }

    Collection<JavaThread> threads() {
        return threads.values();
    }
}
