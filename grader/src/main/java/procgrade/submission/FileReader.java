package procgrade.submission;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies a submission that is one file. */
final class FileReader {
    private FileReader() {}

    static Submission read(Path source, Staging copy) {
        String name = source.getFileName().toString();
        try {
            copy.checkSize(name, Files.size(source));
            try (InputStream in = Files.newInputStream(source)) {
                copy.add(name, in);
            }
        } catch (IOException cause) {
            throw new SubmissionFault(
                    "cannot read " + source, "let its owner make it readable, or copy it to a folder of your own");
        }
        return new Submission(name, copy.folder(), copy.files(), copy.notices());
    }
}
