package procgrade.observe;

/**
 * A symbolic link of {@code /proc/PID/fd}: what it says and what it leads to.
 *
 * @param target the text of the link, {@link Printable}
 * @param type the type of the file it leads to
 * @param device the device number of that file; together with {@code inode} it is the identity of the file, by
 *     which two processes are seen to hold the same pipe
 * @param inode the inode number of that file
 */
public record Link(String target, FileType type, long device, long inode) {
    /** One of which nothing but the text is known. */
    static Link ofText(String target) {
        return new Link(target, FileType.OTHER, 0, 0);
    }
}
