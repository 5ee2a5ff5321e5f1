package procgrade.batch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import procgrade.collect.HandIn;

/**
 * The hand-ins of a class in a file, one JSON object in each line after a first one with all else that is known: a class
 * of ten thousand takes no more memory than one of ten.
 */
final class ClassList implements Iterable<HandIn> {
    private final Path file;
    private final ClassFacts facts;

    private ClassList(Path file, ClassFacts facts) {
        this.file = file;
        this.facts = facts;
    }

    /**
     * Writes a class down.
     *
     * @param handIns sorted by key
     * @param facts what else is known
     * @param file to write, which is replaced
     * @param disk what to do the work with
     * @throws IOException if it cannot be written
     */
    static ClassList write(Iterable<HandIn> handIns, ClassFacts facts, Path file, Disk disk) throws IOException {
        disk.replace(file, lines -> {
            lines.write(ClassJson.write(facts) + "\n");
            for (HandIn handIn : handIns) {
                lines.write(ClassJson.write(handIn) + "\n");
            }
        });
        return new ClassList(file, facts);
    }

    /**
     * Opens what was written down.
     *
     * @throws IOException if it cannot be read, or is no list
     */
    static ClassList open(Path file) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String first = lines.readLine();
            return new ClassList(file, ClassJson.facts(first == null ? "" : first));
        } catch (IllegalArgumentException damaged) {
            throw new IOException(file + " is damaged", damaged);
        }
    }

    ClassFacts facts() {
        return facts;
    }

    /** From the first, reading on as it is asked for more. To be read to the end, which closes the file. */
    @Override
    public Iterator<HandIn> iterator() {
        try {
            BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
            reader.readLine();
            return new Lines(reader);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Line by line. */
    private static final class Lines implements Iterator<HandIn> {
        private final BufferedReader reader;
        private String next;

        Lines(BufferedReader reader) {
            this.reader = reader;
            advance();
        }

        private void advance() {
            try {
                next = reader.readLine();
                if (next == null) {
                    reader.close();
                }
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public HandIn next() {
            if (next == null) {
                throw new NoSuchElementException("the class has no further hand-in");
            }
            HandIn handIn = ClassJson.handIn(next);
            advance();
            return handIn;
        }
    }
}
