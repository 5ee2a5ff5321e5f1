package procgrade.observe;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a program that uses procgrade's Java library says about itself in the folder of its session: its own names
 * for its objects and processes. The program can write there what it likes, so this is for naming only.
 */
public final class MultiprocessingSession {
    private static final int LIMIT_BYTES = 64 * 1024;
    private static final int MOST_PROCESSES = 1024;

    private final Map<String, String> objects;
    private final Map<Long, String> processes;

    private MultiprocessingSession(Map<String, String> objects, Map<Long, String> processes) {
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
        return new MultiprocessingSession(objects, processes);
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
}
