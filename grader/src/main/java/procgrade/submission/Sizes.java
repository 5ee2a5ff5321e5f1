package procgrade.submission;

/** Sizes of files, for readers. */
final class Sizes {
    private static final long KILO = 1000;
    private static final long MEGA = 1_000_000;

    private Sizes() {}

    /** In decimal units, as file managers have them, rounded down. */
    static String words(long bytes) {
        if (bytes >= MEGA) {
            return bytes / MEGA + " MB";
        }
        if (bytes >= KILO) {
            return bytes / KILO + " kB";
        }
        return bytes == 1 ? "1 byte" : bytes + " bytes";
    }
}
