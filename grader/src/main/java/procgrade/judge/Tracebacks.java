package procgrade.judge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the uncaught exceptions in a standard error. The forms are those of {@code Throwable.printStackTrace}, of
 * Python's {@code traceback}, and of the line {@code Process NAME:} that multiprocessing, in both languages, prints
 * before an exception of a child. Lines of several processes that mix may hide one, so nothing that costs points hangs
 * on this. Of a long text only the end is looked at, and of a long line only the beginning: what a program writes must
 * not keep the grader busy.
 */
final class Tracebacks {
    private static final Pattern PROCESS = Pattern.compile("Process (\\S.*):");
    private static final Pattern JAVA_MAIN = Pattern.compile("Exception in thread \"[^\"]*\" (\\S.*)");
    private static final Pattern JAVA_EXCEPTION = Pattern.compile("(?:[\\w$]+\\.)++[\\w$]+(?::.*)?");
    private static final Pattern JAVA_FRAME =
            Pattern.compile("\\s+at (?:[^/(]*/)*+([\\w$.<>]+)\\(([^:()]+):(\\d{1,9})\\)");
    private static final Pattern PYTHON_FRAME = Pattern.compile("\\s+File \"(.*)\", line (\\d{1,9})(?:, in (.*))?");
    private static final Pattern JAVA_LIBRARY =
            Pattern.compile("(java|javax|jdk|sun|com\\.sun|procgrade\\.multiprocessing)\\..*");
    private static final Pattern PYTHON_LIBRARY = Pattern.compile("<.*|.*/(lib/python[\\d.]+|multiprocessing)/.*");
    private static final String PYTHON_START = "Traceback (most recent call last):";
    private static final String CAUSE = "Caused by: ";

    private static final int MOST_CHARACTERS = 1 << 20;
    private static final int MOST_LINES = 10_000;
    private static final int LONGEST_LINE = 1000;

    private final List<String> lines;
    private final List<Traceback> found = new ArrayList<>();
    private int at;

    private Tracebacks(String errors) {
        List<String> all = errors.substring(Math.max(0, errors.length() - MOST_CHARACTERS))
                .lines()
                .map(line -> line.substring(0, Math.min(line.length(), LONGEST_LINE)))
                .toList();
        this.lines = all.subList(Math.max(0, all.size() - MOST_LINES), all.size());
    }

    /** In the order in which they were printed. */
    static List<Traceback> in(String errors) {
        Tracebacks search = new Tracebacks(errors);
        try {
            search.search();
        } catch (RuntimeException | StackOverflowError surprise) {
            // an explanation that is lost costs nobody points; one that is thrown would cost a check
            return List.copyOf(search.found);
        }
        return search.found;
    }

    private void search() {
        String process = "";
        boolean chained = false;
        while (at < lines.size()) {
            String line = lines.get(at++);
            Matcher header = PROCESS.matcher(line);
            Matcher main = JAVA_MAIN.matcher(line);
            if (header.matches()) {
                process = header.group(1);
                if (at < lines.size() && JAVA_EXCEPTION.matcher(lines.get(at)).matches()) {
                    java(process, lines.get(at++));
                    process = "";
                }
            } else if (main.matches()) {
                java("", main.group(1));
            } else if (line.equals(PYTHON_START)) {
                python(process, chained);
                process = "";
                chained = false;
            } else if (line.contains(" exception was the direct cause of ")
                    || line.contains(" of the above exception, another exception occurred")) {
                chained = !found.isEmpty();
            }
        }
    }

    /** The last cause is where it began, so its frames and its message come first. */
    private void java(String process, String first) {
        String summary = first;
        List<Traceback.Frame> own = new ArrayList<>();
        List<Traceback.Frame> outer = new ArrayList<>();
        for (; at < lines.size(); at++) {
            String line = lines.get(at);
            Matcher frame = JAVA_FRAME.matcher(line);
            if (frame.matches()) {
                if (!JAVA_LIBRARY.matcher(frame.group(1)).matches()) {
                    own.add(new Traceback.Frame(
                            frame.group(2), Integer.parseInt(frame.group(3)), simple(frame.group(1))));
                }
            } else if (line.startsWith(CAUSE)) {
                summary = line.substring(CAUSE.length());
                outer.addAll(0, own);
                own.clear();
            } else if (PROCESS.matcher(line).matches()
                    || JAVA_MAIN.matcher(line).matches()) {
                break;
            }
        }
        own.addAll(outer);
        found.add(new Traceback(process, summary, own));
    }

    private void python(String process, boolean chained) {
        List<Traceback.Frame> own = new ArrayList<>();
        while (at < lines.size()
                && (lines.get(at).startsWith(" ") || lines.get(at).isEmpty())) {
            Matcher frame = PYTHON_FRAME.matcher(lines.get(at++));
            if (frame.matches() && !PYTHON_LIBRARY.matcher(frame.group(1)).matches()) {
                String file = frame.group(1);
                own.add(new Traceback.Frame(
                        file.substring(file.lastIndexOf('/') + 1),
                        Integer.parseInt(frame.group(2)),
                        frame.group(3) == null ? "the text" : frame.group(3)));
            }
        }
        Collections.reverse(own);
        String summary = at < lines.size() ? lines.get(at++) : "an exception";
        if (chained) {
            Traceback cause = found.remove(found.size() - 1);
            own.addAll(0, cause.own());
            found.add(new Traceback(cause.process(), summary, own));
        } else {
            found.add(new Traceback(process, summary, own));
        }
    }

    /** {@code Type.method} of a method with its packages. */
    private static String simple(String method) {
        String[] names = method.split("\\.", -1);
        return names.length < 2 ? method : names[names.length - 2] + "." + names[names.length - 1];
    }
}
