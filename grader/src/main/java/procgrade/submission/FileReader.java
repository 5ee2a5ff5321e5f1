package procgrade.submission;

import static procgrade.submission.ArchiveFile.beginsWith;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Copies a submission that is one file: a source, or an archive, which its first bytes tell. */
final class FileReader {
    private final Path source;
    private final String name;
    private final Staging copy;

    FileReader(Path source, Staging copy) {
        this.source = source;
        this.name = source.getFileName().toString();
        this.copy = copy;
    }

    Submission read() {
        try {
            return read(ArchiveFile.firstBlock(source));
        } catch (IOException cause) {
            throw new SubmissionFault(
                    "cannot read " + source, "let its owner make it readable, or copy it to a folder of your own");
        }
    }

    private Submission read(byte[] block) throws IOException {
        Optional<ArchiveFile> archive = ArchiveFile.of(source, block);
        if (archive.isPresent()) {
            copy.checkTotal(Files.size(source));
            return new Unpacker(name, copy).unpack(archive.get());
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (!lower.endsWith(".java") && !lower.endsWith(".py")) {
            throw new SubmissionFault(
                    source + " is neither a Java or Python source nor " + kind(block),
                    "hand in the folder, a .java or .py file, or a zip, tar or tar.gz archive");
        }
        copy.checkName(name);
        copy.checkSize(name, Files.size(source));
        try (InputStream in = Files.newInputStream(source)) {
            copy.add(name, in);
        }
        return new Submission(name, copy.folder(), copy.files(), copy.notices());
    }

    private static String kind(byte[] block) {
        boolean other = beginsWith(block, '7', 'z', 0xbc, 0xaf)
                || beginsWith(block, 'R', 'a', 'r', '!')
                || beginsWith(block, 'B', 'Z', 'h')
                || beginsWith(block, 0xfd, '7', 'z', 'X', 'Z')
                || beginsWith(block, 0x28, 0xb5, 0x2f, 0xfd);
        return other ? "one of the archives that procgrade reads" : "an archive";
    }
}
