package procgrade.standstill;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where in the program's text a thread is, as far as its virtual machine or its interpreter says so. */
final class Places {
    private static final Pattern SOURCE_LINE = Pattern.compile("[^:]+\\.java:\\d+");
    private static final String LIBRARY = "procgrade.multiprocessing.";
    private static final String QUESTIONS = "empty|full|qsize|size|isEmpty|is_alive|isAlive|poll|is_set|isSet|ready"
            + "|isReady|done|isDone|locked|get_nowait|getNowait|put_nowait|putNowait|exitcode|exitCode";
    private static final Pattern PYTHON_QUESTION =
            Pattern.compile("(?:.*[^\\w.\\[\\]])?([\\w.]+(?:\\[\\w+\\])?)\\.(" + QUESTIONS + ")\\b.*");
    private static final Pattern JAVA_QUESTION = Pattern.compile(
            "(?:procgrade\\.multiprocessing|java\\.util\\.concurrent)\\.([\\w$]+)\\.(" + QUESTIONS + ")");

    private final JavaRules java;
    private final PythonReports reports;

    Places(JavaRules java, PythonReports reports) {
        this.java = java;
        this.reports = reports;
    }

    /** {@return file and line: {@code PiMw.java:31}; empty if they are not known} */
    String of(Waiter waiter) {
        Optional<PythonThread> python = reports.thread(waiter.process(), waiter.thread());
        return python.isPresent() ? python.get().place() : ofJava(waiter);
    }

    private String ofJava(Waiter waiter) {
        return frames(waiter).stream()
                .filter(frame -> !frame.isOfJava() && !frame.method().startsWith(LIBRARY))
                .map(JavaThread.Frame::place)
                .filter(place -> SOURCE_LINE.matcher(place).matches())
                .findFirst()
                .orElse("");
    }

    private List<JavaThread.Frame> frames(Waiter waiter) {
        return java.thread(waiter.process(), waiter.thread())
                .map(JavaThread::frames)
                .orElse(List.of());
    }

    /** {@return what the thread asks without waiting for it: {@code whether tQueue is empty}; empty if nothing known} */
    Optional<String> question(Waiter waiter) {
        Optional<PythonThread> python = reports.thread(waiter.process(), waiter.thread());
        if (python.isPresent()) {
            Matcher asks = PYTHON_QUESTION.matcher(python.get().text());
            return asks.matches() ? Optional.of(words(asks.group(2), asks.group(1))) : Optional.empty();
        }
        return frames(waiter).stream()
                .map(frame -> JAVA_QUESTION.matcher(frame.method()))
                .filter(Matcher::matches)
                .map(asks -> words(asks.group(2), "its " + asks.group(1)))
                .findFirst();
    }

    private static String words(String question, String object) {
        return switch (question) {
            case "empty", "isEmpty" -> "whether " + object + " is empty";
            case "full" -> "whether " + object + " is full";
            case "qsize", "size" -> "how many items " + object + " has";
            case "is_alive", "isAlive" -> "whether " + object + " is alive";
            case "exitcode", "exitCode" -> "whether " + object + " has ended";
            case "poll" -> "whether something has come from " + object;
            case "is_set", "isSet" -> "whether " + object + " is set";
            case "get_nowait", "getNowait" -> object + " for an item";
            case "put_nowait", "putNowait" -> object + " for room";
            case "locked" -> "whether " + object + " is free";
            default -> "whether " + object + " is ready";
        };
    }
}
