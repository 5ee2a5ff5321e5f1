package procgrade.submission;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * What comes out of a decompressor, counted: a bomb is a small archive that becomes very large (D. Fifield, A better zip
 * bomb, WOOT 2019). Sizes that an archive states are not believed.
 */
final class GuardedStream extends FilterInputStream {
    private static final long RATIO = 200;
    private static final long HARMLESS_BYTES = 1_000_000;

    private final String what;
    private final long compressedBytes;
    private final long limit;
    private long bytes;

    GuardedStream(InputStream in, String what, long compressedBytes, long limit) {
        super(in);
        this.what = what;
        this.compressedBytes = compressedBytes;
        this.limit = limit;
    }

    /** {@inheritDoc} */
    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    /** {@inheritDoc} */
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    /** Skips by reading, so that nothing goes uncounted. */
    @Override
    public long skip(long count) throws IOException {
        byte[] buffer = new byte[(int) Math.min(count, 1 << 16)];
        return Math.max(0, read(buffer, 0, buffer.length));
    }

    /** {@return false} */
    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long more) {
        bytes += more;
        boolean swells = bytes > HARMLESS_BYTES && bytes / RATIO > compressedBytes;
        if (swells || bytes > limit) {
            throw new SubmissionFault(
                    what + " unpacks to "
                            + (swells ? "more than " + RATIO + " times its size" : "more than " + Sizes.words(limit)),
                    "hand in the sources only");
        }
    }
}
