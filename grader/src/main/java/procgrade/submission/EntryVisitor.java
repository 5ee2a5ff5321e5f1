package procgrade.submission;

import java.io.IOException;
import java.io.InputStream;

/**
 * Is told of the entries of an archive, one after the other. What it is told comes from whoever made the archive: names
 * may lead anywhere (see {@link EntryName}), sizes may be wrong. It ends the reading with an exception.
 */
public interface EntryVisitor {
    /** Opens the content of an entry. */
    interface Content {
        /**
         * Opens it, once, and before the next entry is told.
         *
         * @return the content, to be closed
         * @throws IOException if it is damaged
         * @throws SubmissionFault if it cannot be read for a reason that its owner should hear of, such as a password;
         *     also from the stream, if it swells like a bomb
         */
        InputStream open() throws IOException;
    }

    /**
     * How many entries there may be, told before all others if the format knows.
     *
     * @param entries at least as many as there are
     */
    default void expect(long entries) {
        // a visitor that takes whatever comes
    }

    /**
     * A folder; there may be files in folders that are not told.
     *
     * @param rawName as the archive has it
     */
    void folder(String rawName);

    /**
     * An entry that is neither a file nor a folder.
     *
     * @param rawName as the archive has it
     * @param reason why it is left out, such as "links are not followed"
     */
    void leaveOut(String rawName, String reason);

    /**
     * A file.
     *
     * @param rawName as the archive has it
     * @param size what the archive says, -1 if it does not
     * @param content what is in it; need not be opened
     * @throws IOException if the content cannot be read
     */
    void file(String rawName, long size, Content content) throws IOException;

    /**
     * Limits what a compressed archive may become, if all of it is one stream.
     *
     * @param in the decompressed archive
     * @param compressedBytes size of the archive
     * @return the stream to use instead
     */
    default InputStream guard(InputStream in, long compressedBytes) {
        return in;
    }
}
