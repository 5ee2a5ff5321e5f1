package procgrade.collect;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import procgrade.submission.EntryName;

/**
 * A file, a folder or something else in what was handed in.
 *
 * @param ordinal its place in the source, which tells entries of the same name apart
 * @param path relative, with {@code /} between names
 * @param kind what it is
 * @param bytes size of a file, as far as the source tells, else 0
 * @param remark of an {@link Kind#OTHER} why it is left out; of all others what is wrong with the name, or empty
 */
record Entry(int ordinal, String path, Kind kind, long bytes, String remark) {
    private static final Pattern ARCHIVE =
            Pattern.compile(".*\\.(zip|jar|tar|tgz|tar\\.gz|7z|rar|tbz2?|txz|tar\\.(bz2|xz|zst))");
    private static final Set<String> SOURCES = Set.of("java", "py");

    enum Kind {
        FILE,
        FOLDER,
        /** A folder in which Git keeps a clone; the path is that of the clone. */
        CLONE,
        /** A link, a device and the like. */
        OTHER
    }

    boolean isFile() {
        return kind == Kind.FILE;
    }

    /** By its name only: what is in it the reader of submissions looks at. */
    boolean isArchive() {
        return isFile() && ARCHIVE.matcher(path.toLowerCase(Locale.ROOT)).matches();
    }

    boolean isSource() {
        return isFile() && SOURCES.contains(ending(path));
    }

    /** The name without its ending, which for an archive may have two parts. */
    static String stem(String name) {
        return name.replaceFirst("(?i)(\\.tar)?\\.[a-z0-9]{1,4}$", "");
    }

    private static String ending(String path) {
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    String shown() {
        return EntryName.printable(path);
    }

    /** The same entry, seen from a folder around it. */
    Entry within(String folder) {
        return new Entry(ordinal, path.substring(folder.length()), kind, bytes, remark);
    }
}
