package procgrade.observe;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.Arrays;

/** A {@link KeptFile} with a descriptor of its own. By a stream and not by a channel, as in {@link DirectoryProcFs#read}. */
final class OpenProcFile implements KeptFile {
    private final RandomAccessFile file;
    private final byte[] buffer;

    OpenProcFile(RandomAccessFile file, int limitBytes) {
        this.file = file;
        this.buffer = new byte[limitBytes];
    }

    /** The kernel makes the content up for each reading that begins at 0. A task that has ended gives an error. */
    @Override
    public Observed<byte[]> read() {
        try {
            file.seek(0);
            int length = file.read(buffer);
            // Java says -1 for an empty file
            return Observed.of(Arrays.copyOf(buffer, Math.max(0, length)));
        } catch (IOException ended) {
            return Observed.gone();
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException nothingToSave) {
            // it was only read
            return;
        }
    }
}
