package procgrade.gradebook;

import java.io.BufferedReader;
import java.io.IOException;

/**
 * How a table is written down.
 *
 * @param marked whether it begins with the mark of the byte order
 * @param separator between cells
 * @param lineEnd after the first line
 * @param ended whether the last line has an end
 * @param isEmpty whether there is nothing in it
 */
record SheetDialect(boolean marked, char separator, String lineEnd, boolean ended, boolean isEmpty) {
    private static final String SEPARATORS = ",;\t";
    private static final char BYTE_ORDER_MARK = '\ufeff';

    /** Reads all of it: that it is text to its end is known after that, too. */
    static SheetDialect of(BufferedReader reader) throws IOException {
        int first = reader.read();
        boolean marked = first == BYTE_ORDER_MARK;
        Scan scan = new Scan();
        for (int next = marked ? reader.read() : first; next >= 0; next = reader.read()) {
            scan.take((char) next);
        }
        return new SheetDialect(marked, scan.separator(), scan.lineEnd(), scan.endsWithLineEnd(), scan.length == 0);
    }

    /** Looks at one character after the other. */
    private static final class Scan {
        private final int[] counts = new int[SEPARATORS.length()];
        private boolean quoted;
        private String lineEnd = "";
        private long endAt;
        private char last;
        private long length;

        void take(char character) {
            length++;
            if (character == '"') {
                quoted = !quoted;
            } else if (lineEnd.equals("\r") && last == '\r' && character == '\n' && endAt == length - 1) {
                lineEnd = "\r\n";
            } else if (!quoted && lineEnd.isEmpty()) {
                lookAt(character);
            }
            last = character;
        }

        private void lookAt(char character) {
            int separator = SEPARATORS.indexOf(character);
            if (separator >= 0) {
                counts[separator]++;
            }
            if (character == '\r' || character == '\n') {
                lineEnd = String.valueOf(character);
                endAt = length;
            }
        }

        char separator() {
            int best = 0;
            for (int i = 1; i < counts.length; i++) {
                best = counts[i] > counts[best] ? i : best;
            }
            return SEPARATORS.charAt(best);
        }

        String lineEnd() {
            return lineEnd.isEmpty() ? "\n" : lineEnd;
        }

        boolean endsWithLineEnd() {
            return last == '\n' || last == '\r';
        }
    }
}
