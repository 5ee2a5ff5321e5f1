package procgrade.multiprocessing.launch;

import java.io.File;
import java.util.List;

/**
 * The archive of loaded classes that lets children start in two thirds of the time: a class-data archive, from JDK 25
 * on an ahead-of-time cache. The former is a static one, in the place of the JDK's own: a dynamic one, on top of that,
 * takes the JDK a millisecond longer to map.
 *
 * <p>It is recorded once per virtual machine and library jar, by the first program that starts a process,
 * into the user's cache folder; written to another name first and renamed, by one program at a time. Any
 * failure only means to go on without.
 */
final class Archive {
    /** The environment variable that names another cache folder; empty switches archives off. */
    static final String FOLDER_VARIABLE = "PROCGRADE_CACHE";

    /** In a program that runs in order to be recorded: the option with which its child starts. */
    static final String RECORDING = "procgrade.recording";

    /** In such a program: all of the class path of its child; not set if that is as usual. */
    static final String RECORDED_CLASSES = "procgrade.recording.classes";

    private static final int FIRST_WITH_AOT = 25;

    private static ClassArchive found;

    private Archive() {}

    /** The archive of a library; {@link ClassArchive#NONE} if there can be none. */
    static synchronized ClassArchive of(File library) {
        if (found == null) {
            found = find(library);
        }
        return found;
    }

    private static ClassArchive find(File library) {
        String recording = System.getProperty(RECORDING);
        if (recording != null) {
            String classes = System.getProperty(RECORDED_CLASSES);
            return new ClassArchive(List.of(recording), classes == null ? null : new File(classes), classes != null);
        }
        File folder = folder();
        if (folder == null || library == null || !library.isFile()) {
            return ClassArchive.NONE;
        }
        String name = prefix(library) + state(library);
        File archive = new File(folder, name + (usesAot() ? ".aot" : ".jsa"));
        File classes = new File(folder, name + ".jar");
        if (archive.isFile() && classes.isFile()
                || new ArchiveRecorder(library, archive, classes, prefix(library)).record()) {
            return new ClassArchive(List.of(usingFlag() + archive.getPath()), classes, false);
        }
        return ClassArchive.NONE;
    }

    static boolean usesAot() {
        return Runtime.version().feature() >= FIRST_WITH_AOT;
    }

    private static String usingFlag() {
        return usesAot() ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=";
    }

    private static File folder() {
        String chosen = System.getenv(FOLDER_VARIABLE);
        if (chosen != null) {
            return chosen.isEmpty() ? null : new File(chosen);
        }
        String cache = System.getenv("XDG_CACHE_HOME");
        File base = cache != null && !cache.isEmpty()
                ? new File(cache)
                : new File(System.getProperty("user.home"), ".cache");
        return new File(base, "procgrade");
    }

    /** What the archives of one jar and Java home have in common, whatever their versions. */
    private static String prefix(File library) {
        String place = System.getProperty("java.home") + "|" + library.getPath();
        return "multiprocessing-" + Runtime.version().feature() + "-" + Integer.toHexString(place.hashCode()) + "-";
    }

    /** Another virtual machine, another jar or another state of the jar needs another archive. */
    private static String state(File library) {
        String state = System.getProperty("java.vm.version") + "|" + library.length() + "|" + library.lastModified();
        return Integer.toHexString(state.hashCode());
    }
}
