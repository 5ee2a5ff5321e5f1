package procgrade.observe;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a program that uses procgrade's Java library says about itself in the folder of its session: its own names
 * for its objects and processes, and who has a lock. The program can write there what it likes, so this is for naming only.
 */
public final class MultiprocessingSession {
    private static final int LIMIT_BYTES = 64 * 1024;
    private static final int MOST_PROCESSES = 1024;

    private static final int MOST_CELL_FILES = 64;
    private static final int CELL_BYTES = 64;
    private static final int NAME_IN_CELL = 8;

    /** Whoever has made an object stands in its name: {@code lock-1} of the first process, {@code lock-p1_2-1} of another. */
    private static final Pattern NAME = Pattern.compile("[a-z]+-(p[0-9_]+-)?[0-9]+(?:\\.[a-z.]+)?");

    private final ProcFs proc;
    private final String prefix;
    private final Map<String, String> objects;
    private final Map<Long, String> processes;

    private MultiprocessingSession(
            ProcFs proc, String prefix, Map<String, String> objects, Map<Long, String> processes) {
        this.proc = proc;
        this.prefix = prefix;
        this.objects = objects;
        this.processes = processes;
    }

    /**
     * Reads the file {@code names} and the files {@code process-0}, {@code process-1} and so on, up to the first that
     * does not exist; one that cannot be read gives no names.
     *
     * @param proc where to read
     * @param pid a process of the program, through whose file tree the folder is reached
     * @param folder of the session, from {@link MultiprocessingPipe#folder}
     * @return what could be read
     */
    public static MultiprocessingSession read(ProcFs proc, long pid, String folder) {
        String prefix = pid + "/root" + folder;
        Map<String, String> objects = new HashMap<>();
        for (String line : lines(proc.readUserFile(prefix + "/names", LIMIT_BYTES))) {
            int space = line.indexOf(' ');
            if (space > 0 && space < line.length() - 1) {
                objects.put(line.substring(0, space), printable(line.substring(space + 1)));
            }
        }
        Map<Long, String> processes = new HashMap<>();
        boolean more = true;
        for (int index = 0; more && index < MOST_PROCESSES; index++) {
            Observed<byte[]> file = proc.readUserFile(prefix + "/process-" + index, LIMIT_BYTES);
            addProcess(lines(file)[0], processes);
            more = file.isKnown();
        }
        return new MultiprocessingSession(proc, prefix, objects, processes);
    }

    /** Splits before escaping, so that tabs and line ends keep their meaning. */
    private static String[] lines(Observed<byte[]> file) {
        byte[] content = file.toOptional().orElse(new byte[0]);
        return new String(content, StandardCharsets.ISO_8859_1).split("\n");
    }

    /** A line {@code pid<TAB>parent's index<TAB>name}. It is still empty while the process is being started. */
    private static void addProcess(String line, Map<Long, String> processes) {
        String[] fields = line.split("\t", 3);
        if (fields.length == 3 && fields[0].matches("[0-9]{1,18}")) {
            processes.put(Long.parseLong(fields[0]), printable(fields[2]));
        }
    }

    private static String printable(String latin1) {
        return Printable.of(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    /**
     * The program's own name for an object.
     *
     * @param object such as {@code queue-1}
     * @return such as {@code PiMw.tQueue}; empty if the program has no name for it
     */
    public Optional<String> objectName(String object) {
        return Optional.ofNullable(objects.get(object));
    }

    /**
     * The program's own name for a process.
     *
     * @param innermostPid its pid as it sees it itself
     * @return such as {@code Process-1}; empty if it is not a process of the session
     */
    public Optional<String> processName(long innermostPid) {
        return Optional.ofNullable(processes.get(innermostPid));
    }

    /**
     * Who has a lock, from the shared memory of the session, where its name stands behind the pid.
     *
     * @param lock its pipe without the role, such as {@code lock-1}
     * @return the pid that the holder has for itself, alive or not; empty if nobody has it or it is not known
     */
    public OptionalLong holder(String lock) {
        Matcher name = NAME.matcher(lock);
        if (!name.matches()) {
            return OptionalLong.empty();
        }
        String file = prefix + "/cells-" + Optional.ofNullable(name.group(1)).orElse("");
        for (int number = 0; number < MOST_CELL_FILES; number++) {
            Observed<byte[]> cells = proc.readUserFile(file + number, LIMIT_BYTES);
            if (!cells.isKnown()) {
                break;
            }
            OptionalInt holder = holder(cells.value(), lock + '\0');
            if (holder.isPresent()) {
                return holder.getAsInt() > 0 ? OptionalLong.of(holder.getAsInt()) : OptionalLong.empty();
            }
        }
        return OptionalLong.empty();
    }

    private static OptionalInt holder(byte[] cells, String name) {
        byte[] wanted = name.getBytes(StandardCharsets.ISO_8859_1);
        for (int at = 0; at + CELL_BYTES <= cells.length; at += CELL_BYTES) {
            int from = at + NAME_IN_CELL;
            int to = Math.min(from + wanted.length, at + CELL_BYTES);
            if (Arrays.equals(cells, from, to, wanted, 0, wanted.length)) {
                return OptionalInt.of(
                        ByteBuffer.wrap(cells).order(ByteOrder.nativeOrder()).getInt(at));
            }
        }
        return OptionalInt.empty();
    }
}
