package procgrade.collect;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Canvas tells in the name of a file: {@code lovelaceada_LATE_123_4567_PiMw-1.java} is attachment 4567 of user 123.
 *
 * @param name of the student, the group, or the id if the assignment is anonymous
 * @param late whether it came late
 * @param user number, or {@code anon_} and letters
 * @param attachment its number; 0 of a text or a link
 * @param file what the student called it, before Canvas numbered it; empty of a text or a link
 */
record CanvasName(String name, boolean late, String user, long attachment, String file) {
    private static final String WHOSE = "(?:(?<name>.+?)_)?(?:(?<late>LATE)_)?(?<user>\\d{1,18}|anon_[^_]+)_";
    private static final Pattern ATTACHMENT = Pattern.compile(WHOSE + "(?<attachment>\\d{1,18})_(?<file>.+)");
    private static final Pattern NO_FILE = Pattern.compile(WHOSE + "(?:text|link)\\.html");
    /** A group may be called {@code team_3}, and no class of Java begins with a digit. */
    private static final Pattern ONE_NUMBER_MORE = Pattern.compile("(?<attachment>\\d{1,18})_(?<file>.+\\.java)");
    /** Who hands in again has another file of the same name; Canvas then puts a number to it. */
    private static final Pattern NUMBERED = Pattern.compile("(.+?)-\\d{1,3}((?:\\.tar)?\\.[A-Za-z0-9]+)");

    static Optional<CanvasName> of(String entry) {
        Matcher noFile = NO_FILE.matcher(entry);
        if (noFile.matches()) {
            return Optional.of(of(noFile, noFile.group("user"), 0, ""));
        }
        Matcher attachment = ATTACHMENT.matcher(entry);
        if (!attachment.matches()) {
            return Optional.empty();
        }
        String user = attachment.group("user");
        long number = Long.parseLong(attachment.group("attachment"));
        String file = attachment.group("file");
        CanvasName parsed = of(attachment, user, number, unnumbered(file));
        Matcher more = ONE_NUMBER_MORE.matcher(file);
        if (more.matches() && !user.startsWith("anon_")) {
            String group = (parsed.name.equals(user) ? "" : parsed.name + "_") + user;
            return Optional.of(new CanvasName(
                    group,
                    parsed.late,
                    String.valueOf(number),
                    Long.parseLong(more.group("attachment")),
                    unnumbered(more.group("file"))));
        }
        return Optional.of(parsed);
    }

    private static CanvasName of(Matcher whose, String user, long attachment, String file) {
        String name = whose.group("name");
        // Nobody is called LATE in capitals: Canvas writes names small.
        boolean late = whose.group("late") != null || "LATE".equals(name);
        boolean named = name != null && !name.equals("LATE");
        return new CanvasName(named ? name : user, late, user, attachment, file);
    }

    private static String unnumbered(String file) {
        Matcher numbered = NUMBERED.matcher(file);
        return numbered.matches() ? numbered.group(1) + numbered.group(2) : file;
    }
}
