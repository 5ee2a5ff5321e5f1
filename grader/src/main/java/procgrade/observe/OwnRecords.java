package procgrade.observe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the processes of a program record of themselves: those of procgrade's Java library their traces ({@code
 * docs/trace.md}), those of Python how their children ended ({@code docs/python-agent.md}). These are claims of the
 * program; they may tell how a process ended that was seen to have ended, and nothing else.
 */
public final class OwnRecords {
    /** The variable that names the folder of traces to the Java library. */
    private static final String JAVA_VARIABLE = "PROCGRADE_TRACE";

    /** The variable that names the file to the agent in Python processes. */
    private static final String PYTHON_VARIABLE = "PROCGRADE_PROCESSES";

    private static final String PYTHON_FILE = "python-processes.txt";
    private static final String JAVA_FILES = "trace-*.bin";
    private static final int MOST_FILES = 1_000;
    private static final long MOST_TRACE_BYTES = 512L << 20;
    private static final int MOST_PYTHON_BYTES = 4 << 20;
    private static final Pattern PYTHON_LINE = Pattern.compile("end (\\d{1,10}) (\\d{1,5})");

    private OwnRecords() {}

    /**
     * What a program has to be told for its processes to record.
     *
     * @param folder for the records, which the program can write to
     * @param traces whether the Java library shall write traces, too; they make items in its pipes some bytes longer
     * @return environment variables
     */
    public static Map<String, String> variables(Path folder, boolean traces) {
        String python = folder.resolve(PYTHON_FILE).toString();
        return traces
                ? Map.of(PYTHON_VARIABLE, python, JAVA_VARIABLE, folder.toString())
                : Map.of(PYTHON_VARIABLE, python);
    }

    /**
     * Reads what has been recorded. Only regular files are read, and no more than some hundred megabytes.
     *
     * @param folder as for {@link #variables}
     * @return a log for each method by which something was recorded
     */
    public static List<ProcessLog> read(Path folder) {
        List<ProcessLog> logs = new ArrayList<>();
        for (ProcessLog log : List.of(java(folder), python(folder.resolve(PYTHON_FILE)))) {
            if (!log.entries().isEmpty()) {
                logs.add(log);
            }
        }
        return logs;
    }

    private static ProcessLog java(Path folder) {
        List<ProcessLog.Entry> entries = new ArrayList<>();
        boolean complete = true;
        long bytes = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, JAVA_FILES)) {
            int count = 0;
            for (Path file : files) {
                boolean regular = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
                bytes += regular ? Files.size(file) : 0;
                if (++count > MOST_FILES || bytes > MOST_TRACE_BYTES) {
                    complete = false;
                    break;
                }
                if (regular) {
                    JavaTrace.read(file).ifPresent(entries::add);
                }
            }
        } catch (IOException unreadable) {
            complete = false;
        }
        entries.sort(Comparator.comparing(ProcessLog.Entry::started));
        return new ProcessLog(ProcessLog.Method.JAVA_TRACE, entries, complete);
    }

    private static ProcessLog python(Path file) {
        List<ProcessLog.Entry> entries = new ArrayList<>();
        boolean complete = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        if (complete) {
            try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                String text = new String(in.readNBytes(MOST_PYTHON_BYTES), StandardCharsets.US_ASCII);
                complete = in.read() < 0;
                text.lines()
                        .map(PYTHON_LINE::matcher)
                        .filter(Matcher::matches)
                        .forEach(line -> entries.add(ended(line)));
            } catch (IOException unreadable) {
                complete = false;
            }
        }
        return new ProcessLog(ProcessLog.Method.PYTHON_AGENT, entries, complete);
    }

    private static ProcessLog.Entry ended(Matcher line) {
        return new ProcessLog.Entry(
                Long.parseLong(line.group(1)),
                0,
                List.of(),
                1,
                Duration.ZERO,
                Optional.empty(),
                Optional.of(ProcessEnd.ofWaitStatus(Integer.parseInt(line.group(2)))));
    }
}
