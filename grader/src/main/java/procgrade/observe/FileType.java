package procgrade.observe;

/** The type of the file behind a file descriptor, from the {@code S_IFMT} bits of its mode; see inode(7). */
public enum FileType {
    /** A pipe, with or without a name. */
    FIFO,
    /** A socket. */
    SOCKET,
    /** An ordinary file. */
    REGULAR,
    /** A folder. */
    DIRECTORY,
    /** A terminal, {@code /dev/null} and the like. */
    CHARACTER_DEVICE,
    /** Anything else, such as the kernel's anonymous files. */
    OTHER;

    private static final int TYPE_BITS = 0170000;

    /**
     * Takes the type out of a file's mode.
     *
     * @param mode {@code st_mode} of stat(2)
     * @return the type, {@link #OTHER} if the bits mean none of the others
     */
    static FileType ofMode(int mode) {
        return switch (mode & TYPE_BITS) {
            case 0010000 -> FIFO;
            case 0140000 -> SOCKET;
            case 0100000 -> REGULAR;
            case 0040000 -> DIRECTORY;
            case 0020000 -> CHARACTER_DEVICE;
            default -> OTHER;
        };
    }
}
