package procgrade.standstill;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a Python process has said about its threads and objects, in the form of docs/python-agent.md. It can say what it
 * likes, so this is for naming and for pointing at lines only.
 *
 * @param process its name in multiprocessing, {@code Process-2}
 * @param threads the first thread first
 * @param names the program's names for its objects, by their ids
 * @param semaphores those that the named objects consist of
 */
record PythonReport(String process, List<PythonThread> threads, Map<String, String> names, List<Semaphore> semaphores) {
    private static final Pattern INTERPRETERS_FRAME = Pattern.compile("  File \"([^\"]+)\", line (\\d{1,9}) in (.+)");
    private static final Pattern LIBRARY = Pattern.compile("<.*|.*/lib(64)?/python3[^/]*/.*|.*/procgrade_\\w+\\.py");
    private static final int MOST_LINES = 20_000;

    /**
     * A semaphore, of which locks, queues and so on are made.
     *
     * @param id the same in all processes
     * @param object id of the object it is a part of
     * @param part which part, such as {@code rlock}; empty if it is all of it
     * @param acquired how often this process has it
     * @param left how often it can still be acquired, -1 if unknown
     */
    record Semaphore(String id, String object, String part, int acquired, int left) {}

    PythonReport {
        threads = List.copyOf(threads);
        names = Map.copyOf(names);
        semaphores = List.copyOf(semaphores);
    }

    /** {@return the report; empty if it is not complete, or not one} */
    static Optional<PythonReport> parse(byte[] content) {
        String text = printable(content);
        if (!text.startsWith("procgrade\t1\n") || !text.endsWith("\nend\n")) {
            return Optional.empty();
        }
        Parser parser = new Parser();
        text.lines().limit(MOST_LINES).forEach(line -> parser.line(line.split("\t", -1)));
        return Optional.of(parser.report());
    }

    /**
     * Reads what an interpreter writes of itself, with faulthandler: lines, and nothing about objects. Of the threads only the
     * one that was interrupted, the first, is known by its id.
     *
     * @param content its whole output so far
     * @return the report; empty if it is not complete
     */
    static Optional<PythonReport> parseLines(byte[] content) {
        String text = printable(content);
        int current = text.lastIndexOf("Current thread ");
        if (current < 0 || !text.endsWith("\n")) {
            return Optional.empty();
        }
        PythonThread.Draft draft = new PythonThread.Draft(0, "MainThread");
        text.substring(current)
                .lines()
                .skip(1)
                .takeWhile(line -> !line.isEmpty())
                .limit(MOST_LINES)
                .map(INTERPRETERS_FRAME::matcher)
                .filter(frame ->
                        frame.matches() && !LIBRARY.matcher(frame.group(1)).matches())
                .forEach(frame -> draft.add(
                        new PythonThread.Frame(Integer.parseInt(frame.group(2)), frame.group(1), frame.group(3), "")));
        return Optional.of(new PythonReport("", List.of(draft.thread()), Map.of(), List.of()));
    }

    /** {@return whether it tells of objects, and not only of lines} */
    boolean tellsOfObjects() {
        return !process.isEmpty();
    }

    private static String printable(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1).replaceAll("[^\\n\\t -~]", "?");
    }

    private static int number(String text) {
        return text.matches("-?\\d{1,9}") ? Integer.parseInt(text) : -1;
    }

    /** Lines with too few fields are left out: what else a forged report says does not matter. */
    private static final class Parser {
        private final List<PythonThread> threads = new ArrayList<>();
        private final Map<String, String> names = new LinkedHashMap<>();
        private final List<Semaphore> semaphores = new ArrayList<>();
        private String process = "";
        private PythonThread.Draft draft;

        void line(String[] fields) {
            String kind = fields[0] + fields.length;
            switch (kind) {
                case "process3" -> process = fields[1];
                case "thread3" -> {
                    endThread();
                    draft = new PythonThread.Draft(number(fields[1]), fields[2]);
                }
                case "at5" -> current().add(new PythonThread.Frame(number(fields[1]), fields[2], fields[3], fields[4]));
                case "call6" ->
                    current().call(new PythonThread.Call(fields[1], fields[2], fields[3], fields[4], fields[5]));
                case "wants2" -> current().wants(fields[1]);
                case "room3" -> current().room(fields[1] + " of " + fields[2] + " bytes");
                case "name4" -> names.putIfAbsent(fields[1], fields[3]);
                case "semaphore6" ->
                    semaphores.add(
                            new Semaphore(fields[1], fields[2], fields[3], number(fields[4]), number(fields[5])));
                default -> {}
            }
        }

        private PythonThread.Draft current() {
            if (draft == null) {
                draft = new PythonThread.Draft(0, "");
            }
            return draft;
        }

        private void endThread() {
            if (draft != null) {
                threads.add(draft.thread());
            }
            draft = null;
        }

        PythonReport report() {
            endThread();
            return new PythonReport(process, threads, names, semaphores);
        }
    }
}
