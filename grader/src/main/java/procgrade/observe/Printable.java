package procgrade.observe;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Makes names that another process has chosen fit for one line of text, without loss: valid UTF-8 stays, a backslash
 * is doubled, control characters and stray bytes become {@code \n}, {@code \t} or {@code \xHH}. These are the escapes
 * of the {@code Name} line of {@code /proc/PID/status}, and a few more. A terminal's own escape sequences cannot
 * pass.
 */
final class Printable {
    private Printable() {}

    static String of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    static String of(byte[] bytes, int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        int at = from;
        while (at < to) {
            int length = lengthOfCharacter(bytes, at, to);
            append(text, bytes, at, length);
            at += Math.max(length, 1);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, byte[] bytes, int at, int length) {
        if (length > 1) {
            String character = new String(bytes, at, length, StandardCharsets.UTF_8);
            if (isVisible(character.codePointAt(0))) {
                text.append(character);
                return;
            }
        }
        for (int i = at; i < at + Math.max(length, 1); i++) {
            appendByte(text, bytes[i] & 0xff);
        }
    }

    private static void appendByte(StringBuilder text, int value) {
        switch (value) {
            case '\\' -> text.append("\\\\");
            case '\n' -> text.append("\\n");
            case '\t' -> text.append("\\t");
            default -> {
                if (value >= ' ' && value < 0x7f) {
                    text.append((char) value);
                } else {
                    text.append("\\x")
                            .append(Character.forDigit(value >> 4, 16))
                            .append(Character.forDigit(value & 15, 16));
                }
            }
        }
    }

    /** The bytes of the UTF-8 character that begins here, 1 for ASCII, 0 if none begins here. */
    private static int lengthOfCharacter(byte[] bytes, int at, int to) {
        int first = bytes[at] & 0xff;
        if (first < 0x80) {
            return 1;
        }
        int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 0;
        return length > 0 && at + length <= to && isCharacter(bytes, at, length) ? length : 0;
    }

    private static boolean isCharacter(byte[] bytes, int at, int length) {
        try {
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, at, length))
                    .toString();
            return decoded.codePointCount(0, decoded.length()) == 1;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
