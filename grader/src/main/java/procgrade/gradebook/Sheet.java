package procgrade.gradebook;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import procgrade.text.Visible;

/**
 * A table that a learning management system exported. It is read line by line, as often as needed, and written again in its
 * own dialect: separator, mark of the byte order, quotes, line ends.
 */
final class Sheet {
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final Path file;
    private final SheetDialect dialect;

    private Sheet(Path file, SheetDialect dialect) {
        this.file = file;
        this.dialect = dialect;
    }

    /** What does something with a line. */
    interface Reading {
        void line(int number, List<String> cells) throws IOException;
    }

    static Sheet of(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            SheetDialect dialect = SheetDialect.of(reader);
            if (dialect.isEmpty()) {
                throw new GradebookFault(named(file) + " is empty; download it again");
            }
            return new Sheet(file, dialect);
        } catch (CharacterCodingException e) {
            throw new GradebookFault(
                    named(file)
                            + " is no text in UTF-8; give the file as it was downloaded, not as a spreadsheet saved it",
                    e);
        } catch (NoSuchFileException e) {
            throw new GradebookFault("there is no file " + named(file) + "; download it first", e);
        }
    }

    private static String named(Path file) {
        return "'" + Visible.line(String.valueOf(file.getFileName())) + "'";
    }

    /** The name of the file, fit for a message. */
    String name() {
        return named(file);
    }

    char separator() {
        return dialect.separator();
    }

    void read(Reading reading) throws IOException {
        int number = 0;
        try (Reader reader = reader();
                CsvReader<SheetLine> lines = lines(reader)) {
            for (SheetLine line : lines) {
                reading.line(number++, line.cells());
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            throw new GradebookFault(
                    name() + " is broken after line " + number + ", a quotation mark is missing; download it again", e);
        }
    }

    /** Writes all lines, with other contents in some cells: by number of the line, then by number of the column. */
    void write(Map<Integer, Map<Integer, Supplier<String>>> edits, Writer out) throws IOException {
        if (dialect.marked()) {
            out.append(BYTE_ORDER_MARK);
        }
        try (Reader reader = reader();
                CsvReader<SheetLine> lines = lines(reader)) {
            int number = 0;
            for (Iterator<SheetLine> all = lines.iterator(); all.hasNext(); number++) {
                SheetLine line = all.next();
                line.write(edits.getOrDefault(number, Map.of()), dialect.separator(), out);
                if (all.hasNext() || dialect.ended()) {
                    out.append(dialect.lineEnd());
                }
            }
        }
    }

    private Reader reader() throws IOException {
        BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        if (dialect.marked()) {
            reader.read();
        }
        return reader;
    }

    private CsvReader<SheetLine> lines(Reader reader) {
        return CsvReader.builder()
                .fieldSeparator(dialect.separator())
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .build(new SheetLine.Handler(), reader);
    }
}
