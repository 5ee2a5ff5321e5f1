package procgrade.gradebook;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A line of a table, with what is needed to write it as it was.
 *
 * @param cells what it says
 * @param quoted which of them had quotation marks around them
 */
record SheetLine(List<String> cells, BitSet quoted) {
    private static final String NEEDS_QUOTES = "\"\r\n";

    void write(Map<Integer, Supplier<String>> edits, char separator, Writer out) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.append(separator);
            }
            Supplier<String> edit = edits.get(i);
            String text = edit == null ? cells.get(i) : edit.get();
            if (quoted.get(i) || edit != null && needsQuotes(text, separator)) {
                out.append('"').append(text.replace("\"", "\"\"")).append('"');
            } else {
                out.append(text);
            }
        }
    }

    private static boolean needsQuotes(String text, char separator) {
        return text.chars().anyMatch(letter -> letter == separator || NEEDS_QUOTES.indexOf(letter) >= 0);
    }

    /** Takes lines from a parser, one after the other. */
    static final class Handler extends AbstractBaseCsvCallbackHandler<SheetLine> {
        private List<String> cells = new ArrayList<>();
        private BitSet quoted = new BitSet();

        @Override
        protected void handleBegin(long startingLineNumber) {
            cells = new ArrayList<>();
            quoted = new BitSet();
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean isQuoted) {
            cells.add(new String(buffer, offset, length));
            quoted.set(index, isQuoted);
        }

        @Override
        protected SheetLine buildRecord() {
            return new SheetLine(cells, quoted);
        }
    }
}
