package procgrade.corpus;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What the command is asked to do.
 *
 * @param help whether only to explain the command
 * @param programs the folder of the corpus
 * @param library the jar of the library that Java programs use
 * @param wanted which programs, by name or pattern
 * @param jobs how many run at the same time
 * @param plain whether they run without the sandbox
 * @param stress how many double scans of live programs to make; 0 for an ordinary run
 * @param hogs how many processes compute beside them
 * @param scans how many double scans are measured after each verdict
 */
record Options(
        boolean help,
        Path programs,
        Path library,
        Pattern wanted,
        int jobs,
        boolean plain,
        long stress,
        int hogs,
        int scans) {
    private static final int USUAL_SCANS = 5;
    private static final int MOST_JOBS = 64;
    private static final int MOST_HOGS = 64;
    private static final int MOST_MEASURED = 10_000;
    private static final long MOST_SCANS = 1_000_000_000;

    /**
     * Reads arguments.
     *
     * @throws IllegalArgumentException if one is wrong; the message says which and what would be right
     */
    static Options parse(List<String> arguments) {
        Draft draft = new Draft();
        Deque<String> words = new ArrayDeque<>(arguments);
        while (!words.isEmpty()) {
            draft.read(words.remove(), words);
        }
        return draft.options();
    }

    /** What has been read so far. */
    private static final class Draft {
        private boolean help;
        private Path programs = Path.of("");
        private Path library = Path.of("");
        private Pattern wanted = Pattern.compile("");
        private int jobs = 1;
        private boolean plain;
        private long stress;
        private int hogs;
        private int scans = USUAL_SCANS;

        void read(String word, Deque<String> more) {
            switch (word) {
                case "--help", "-h" -> help = true;
                case "--plain" -> plain = true;
                case "--programs" -> programs = Path.of(value(word, more));
                case "--library" -> library = Path.of(value(word, more));
                case "--pattern" -> wanted = pattern(word, more);
                case "--jobs" -> jobs = (int) number(word, more, 1, MOST_JOBS);
                case "--stress" -> stress = number(word, more, 1, MOST_SCANS);
                case "--hogs" -> hogs = (int) number(word, more, 0, MOST_HOGS);
                case "--scans" -> scans = (int) number(word, more, 1, MOST_MEASURED);
                default -> throw new IllegalArgumentException("unknown argument '" + word + "': --help lists them");
            }
        }

        Options options() {
            return new Options(help, programs, library, wanted, jobs, plain, stress, hogs, scans);
        }
    }

    private static String value(String option, Deque<String> more) {
        if (more.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value: --help shows an example");
        }
        return more.remove();
    }

    private static Pattern pattern(String option, Deque<String> more) {
        String text = value(option, more);
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException cause) {
            throw new IllegalArgumentException(
                    option + " '" + text + "' is no regular expression: " + cause.getDescription(), cause);
        }
    }

    private static long number(String option, Deque<String> more, long least, long most) {
        String text = value(option, more);
        long number = text.matches("[0-9]{1,12}") ? Long.parseLong(text) : -1;
        if (number < least || number > most) {
            throw new IllegalArgumentException(
                    option + " '" + text + "' is not a number from " + least + " to " + most);
        }
        return number;
    }
}
