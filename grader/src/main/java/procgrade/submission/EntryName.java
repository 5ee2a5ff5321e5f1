package procgrade.submission;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of an archive's entry.
 *
 * @param path relative, with {@code /} between names; of no use if there is a problem
 * @param shown the whole name, fit for a terminal
 * @param problem why no file may have this name
 */
record EntryName(String path, String shown, Optional<String> problem) {
    private static final int NAME_BYTES = 255;
    private static final int SHOWN = 60;
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

    static EntryName of(String raw) {
        // Some archives from Windows have backslashes, which the format forbids.
        String unified = raw.replace('\\', '/');
        StringBuilder path = new StringBuilder();
        boolean leavesFolder = false;
        boolean tooLong = false;
        for (String name : unified.split("/", -1)) {
            leavesFolder |= name.equals("..");
            tooLong |= name.getBytes(StandardCharsets.UTF_8).length > NAME_BYTES;
            if (!name.isEmpty() && !name.equals(".")) {
                path.append(path.isEmpty() ? "" : "/").append(name);
            }
        }
        String problem = null;
        if (unified.startsWith("/") || DRIVE.matcher(unified).matches()) {
            problem = "with an absolute path";
        } else if (leavesFolder) {
            problem = "that leads out of it";
        } else if (raw.codePoints().anyMatch(Character::isISOControl)) {
            problem = "with control characters in its name";
        } else if (tooLong) {
            problem = "with a name of more than " + NAME_BYTES + " bytes";
        }
        return new EntryName(path.toString(), printable(unified), Optional.ofNullable(problem));
    }

    int depth() {
        return (int) path.chars().filter(letter -> letter == '/').count();
    }

    /** Without what could move a terminal's cursor or fill its screen. */
    static String printable(String name) {
        String clean = name.replaceAll("\\p{Cntrl}", "?");
        return clean.length() > SHOWN ? clean.substring(0, SHOWN) + "..." : clean;
    }
}
