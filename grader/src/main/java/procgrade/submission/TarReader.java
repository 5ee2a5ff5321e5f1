package procgrade.submission;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Reads a tar archive. */
final class TarReader {
    private TarReader() {}

    static void read(InputStream in, EntryVisitor visitor) throws IOException {
        var tar = new TarArchiveInputStream(in, "UTF-8");
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            if (entry.isDirectory()) {
                visitor.folder(entry.getName());
            } else if (entry.isSymbolicLink() || entry.isLink()) {
                visitor.leaveOut(entry.getName(), "links are not followed");
            } else if (entry.isSparse() || !entry.isFile() || isDevice(entry)) {
                visitor.leaveOut(entry.getName(), "it is no ordinary file");
            } else {
                visitor.file(entry.getName(), entry.getSize(), () -> new Unclosed(tar));
            }
        }
    }

    /** To the library whatever is no folder is a file. */
    private static boolean isDevice(TarArchiveEntry entry) {
        return entry.isFIFO() || entry.isBlockDevice() || entry.isCharacterDevice();
    }

    /** Only one entry of the stream ends, not all of it. */
    private static final class Unclosed extends FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // the archive goes on
        }
    }
}
