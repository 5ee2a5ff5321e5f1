package procgrade.standstill;

import java.util.Optional;
import java.util.Set;

/**
 * The lines of a thread dump. Taken apart by hand, since a double scan reads thousands of them.
 */
final class DumpLine {
    private static final Set<String> AWAITS = Set.of(
            "waiting to lock",
            "waiting to re-lock",
            "waiting to lock in wait()",
            "waiting to re-lock in wait()",
            "waiting on",
            "parking to wait for");
    private static final Set<String> HAS = Set.of("locked", "");

    private static final String AT = "\tat ";
    private static final String ITEM = "\t- ";
    private static final String MONITOR = ITEM + "locked ";
    private static final String UNNAMED = " <no object reference available>";
    private static final String NID = " nid=";
    private static final int MOST_DIGITS = 15;
    private static final int HEXADECIMAL = 16;

    private DumpLine() {}

    /**
     * The first line of a thread: {@code "name" #12 [34] daemon prio=5 os_prio=0 … nid=0x1f waiting on condition}.
     *
     * @param name chosen by the program: whatever stands before the last quotation mark
     * @param numbered whether it has the number {@code #12}
     * @param daemon whether it has that word
     * @param nativeId the number after {@code nid=}
     */
    record Header(String name, boolean numbered, boolean daemon, long nativeId) {}

    /** Empty if the line is no header; most are told by their first character. */
    static Optional<Header> header(String line) {
        int quote = line.startsWith("\"") ? line.lastIndexOf('"') : -1;
        int nid = line.lastIndexOf(NID);
        if (quote < 1 || nid < quote || !line.startsWith(" ", quote + 1)) {
            return Optional.empty();
        }
        int at = quote + 2;
        boolean numbered = line.startsWith("#", at);
        at = skipped(line, at, "#", " ");
        at = numbered ? skipped(line, at, "[", "] ") : at;
        boolean daemon = line.startsWith("daemon ", at);
        at = skipped(line, daemon ? at + "daemon ".length() : at, "prio=", " ");
        int space = line.indexOf(' ', nid + 1);
        Optional<Long> id = id(line.substring(nid + NID.length(), space < 0 ? line.length() : space));
        return line.startsWith("os_prio=", at)
                ? id.map(number -> new Header(line.substring(1, quote), numbered, daemon, number))
                : Optional.empty();
    }

    /** {@return the position after a number between two texts; the same if there is none} */
    private static int skipped(String line, int at, String before, String after) {
        if (!line.startsWith(before, at)) {
            return at;
        }
        int digit = at + before.length();
        while (digit < line.length() && Character.digit(line.charAt(digit), 10) >= 0) {
            digit++;
        }
        return digit > at + before.length() && line.startsWith(after, digit) ? digit + after.length() : at;
    }

    /** Hexadecimal before JDK 19. */
    private static Optional<Long> id(String text) {
        boolean hexadecimal = text.startsWith("0x");
        return number(hexadecimal ? text.substring(2) : text, hexadecimal ? HEXADECIMAL : 10);
    }

    private static Optional<Long> number(String digits, int radix) {
        boolean number = !digits.isEmpty() && digits.length() <= MOST_DIGITS;
        for (int i = 0; number && i < digits.length(); i++) {
            number = Character.digit(digits.charAt(i), radix) >= 0;
        }
        return number ? Optional.of(Long.parseLong(digits, radix)) : Optional.empty();
    }

    /** {@code at pkg.Class.method(module@17/File.java:12)}. */
    static Optional<JavaThread.Frame> frame(String line) {
        int open = line.indexOf('(');
        if (!line.startsWith(AT) || open <= AT.length() || line.indexOf(')') != line.length() - 1) {
            return Optional.empty();
        }
        int slash = line.indexOf('/', open);
        boolean module = slash > open + 1;
        return Optional.of(new JavaThread.Frame(
                line.substring(AT.length(), open),
                module ? line.substring(open + 1, slash) : "",
                line.substring(module ? slash + 1 : open + 1, line.length() - 1)));
    }

    /** {@code - parking to wait for  <0x77> (a java.util.concurrent.Semaphore)}: what the thread waits for. */
    static Optional<JavaThread.Lock> awaits(String line) {
        return lock(line, AWAITS);
    }

    /** {@code - locked <0x77> (an X)}, or the same without the word: what the thread has. */
    static Optional<JavaThread.Lock> has(String line) {
        return lock(line, HAS);
    }

    /** {@return whether what the thread has, or has released to wait, is a monitor, and no lock of the library} */
    static boolean isMonitor(String line) {
        return line.startsWith(MONITOR);
    }

    /**
     * {@code - waiting on <no object reference available>}: the virtual machine has compiled the method {@code wait}, and does
     * not know any more what it was called on.
     */
    static boolean awaitsUnnamed(String line) {
        return line.startsWith(ITEM) && line.endsWith(UNNAMED);
    }

    private static Optional<JavaThread.Lock> lock(String line, Set<String> verbs) {
        int open = line.indexOf('<');
        int close = line.indexOf("> (a", open + 1);
        if (!line.startsWith(ITEM) || open < 0 || close < 0 || !line.endsWith(")")) {
            return Optional.empty();
        }
        int type = line.indexOf(' ', close + "> (a".length());
        String article = type < 0 ? "" : line.substring(close + "> (".length(), type);
        String address = line.substring(open + 1, close);
        boolean whole = verbs.contains(line.substring(ITEM.length(), open).stripTrailing())
                && address.startsWith("0x")
                && (article.equals("a") || article.equals("an"));
        return whole
                ? Optional.of(new JavaThread.Lock(address, line.substring(type + 1, line.length() - 1)))
                : Optional.empty();
    }
}
