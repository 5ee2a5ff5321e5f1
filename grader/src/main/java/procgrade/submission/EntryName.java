package procgrade.submission;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of an archive's entry.
 *
 * @param path relative, with {@code /} between names, none of them empty or a dot; not to be used if there is a problem
 * @param shown the whole name, fit for a terminal
 * @param problem why no file may have this name
 */
public record EntryName(String path, String shown, Optional<String> problem) {
    private static final String ABSOLUTE = "with an absolute path";
    private static final int NAME_BYTES = 255;
    /** Far from what systems allow, because it is appended to paths of the grader's own. */
    private static final int PATH_BYTES = 1000;

    private static final int SHOWN = 60;
    /** Control characters, separators of lines, and marks that change the direction of the text after them. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]");

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

    /**
     * Looks at a name.
     *
     * @param raw as the archive has it
     * @return what to make of it
     */
    public static EntryName of(String raw) {
        // Some archives from Windows have backslashes, which the format forbids.
        String unified = raw.replace('\\', '/');
        StringBuilder path = new StringBuilder();
        boolean leavesFolder = false;
        for (String name : unified.split("/", -1)) {
            leavesFolder |= name.equals("..");
            if (!name.isEmpty() && !name.equals(".")) {
                path.append(path.isEmpty() ? "" : "/").append(name);
            }
        }
        String problem = null;
        if (unified.startsWith("/") || DRIVE.matcher(unified).matches()) {
            problem = ABSOLUTE;
        } else if (leavesFolder) {
            problem = "that leads out of it";
        } else if (raw.codePoints().anyMatch(Character::isISOControl)) {
            problem = "with control characters in its name";
        } else {
            problem = tooLong(unified).orElse(null);
        }
        return new EntryName(path.toString(), printable(unified), Optional.ofNullable(problem));
    }

    /** Why a path is longer than systems, or the grader, can handle; empty if it is not. */
    static Optional<String> tooLong(String path) {
        for (String name : path.split("/", -1)) {
            if (bytes(name) > NAME_BYTES) {
                return Optional.of("with a name of more than " + NAME_BYTES + " bytes");
            }
        }
        return bytes(path) > PATH_BYTES
                ? Optional.of("with a path of more than " + PATH_BYTES + " bytes")
                : Optional.empty();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** {@return whether not even the first folder of the path is one of the archive's} */
    public boolean leadsAway() {
        return path.equals("..") || path.startsWith("../") || problem.equals(Optional.of(ABSOLUTE));
    }

    int depth() {
        return (int) path.chars().filter(letter -> letter == '/').count();
    }

    /**
     * A name without what could move a terminal's cursor, turn the text around or fill the screen.
     *
     * @param name of a file
     * @return at most 63 letters on one line
     */
    public static String printable(String name) {
        String clean = UNPRINTABLE.matcher(name).replaceAll("?");
        return clean.length() > SHOWN ? beginning(clean, SHOWN) + "..." : clean;
    }

    /**
     * The beginning of a text, without half of a character at its end: no file in UTF-8 can have one.
     *
     * @param text longer than that
     * @param most how long it may be
     * @return at most so long
     */
    public static String beginning(String text, int most) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
