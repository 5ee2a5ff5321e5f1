package procgrade.multiprocessing.launch;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final int FIRST_WITH_AOT = 25;
    private static final long RECORDING_SECONDS = 30;
    private static final long STALE_LOCK_MILLIS = 60_000;
    private static final long STALE_FILE_MILLIS = 3_600_000;
    private static final String RECORDING = "procgrade.recording";

    /** Environment variables that concern the program of the user, not the recording. */
    private static final List<String> FOR_PROGRAMS = List.of("PROCGRADE_TRACE", "PROCGRADE_PIPE_BYTES");

    private static List<String> flags;

    private Archive() {}

    /** The flags that use the archive; none if there is none. */
    static synchronized List<String> flags(File library) {
        if (flags == null) {
            flags = find(library);
        }
        return flags;
    }

    private static List<String> find(File library) {
        String recording = System.getProperty(RECORDING);
        if (recording != null) {
            return List.of(recording);
        }
        File folder = folder();
        if (folder == null || library == null || !library.isFile()) {
            return List.of();
        }
        File archive = new File(folder, name(library));
        if (archive.isFile() || record(archive, library)) {
            return List.of(usingFlag() + archive.getPath());
        }
        return List.of();
    }

    private static boolean usesAot() {
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

    /** Another virtual machine, another jar or another state of the jar needs another archive. */
    private static String name(File library) {
        String state = System.getProperty("java.vm.version") + "|" + library.length() + "|" + library.lastModified();
        return prefix(library) + Integer.toHexString(state.hashCode()) + (usesAot() ? ".aot" : ".jsa");
    }

    /** What the archives of one jar and Java home have in common, whatever their versions. */
    private static String prefix(File library) {
        String place = System.getProperty("java.home") + "|" + library.getPath();
        return "multiprocessing-" + Runtime.version().feature() + "-" + Integer.toHexString(place.hashCode()) + "-";
    }

    private static boolean record(File archive, File library) {
        File folder = archive.getParentFile();
        File lock = new File(folder, archive.getName() + ".lock");
        try {
            boolean unused = folder.mkdirs();
            if (lock.lastModified() + STALE_LOCK_MILLIS < System.currentTimeMillis()) {
                boolean unusedToo = lock.delete();
            }
            return lock.createNewFile() && recordLocked(archive, library, lock);
        } catch (IOException | SecurityException notWritable) {
            return false;
        }
    }

    private static boolean recordLocked(File archive, File library, File lock) throws IOException {
        File unfinished = new File(
                archive.getParentFile(),
                archive.getName() + "." + ProcessHandle.current().pid() + ".new");
        try {
            if (!make(library, unfinished) || unfinished.length() == 0) {
                return false;
            }
            removeOutdated(archive.getParentFile(), library);
            removeUnfinished(archive.getParentFile());
            return unfinished.renameTo(archive);
        } finally {
            boolean unusedFirst = unfinished.delete();
            boolean unusedSecond = lock.delete();
        }
    }

    /** What programs left that were killed while they recorded: their pid is in the name. */
    private static void removeUnfinished(File folder) {
        Pattern unfinished = Pattern.compile("multiprocessing-.*\\.([0-9]{1,18})\\.new(\\.classes|\\.heap)?");
        File[] files = folder.listFiles();
        for (File file : files == null ? new File[0] : files) {
            Matcher name = unfinished.matcher(file.getName());
            boolean isStale = name.matches()
                    && (ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()
                            || file.lastModified() + STALE_FILE_MILLIS < System.currentTimeMillis());
            if (isStale) {
                boolean unused = file.delete();
            }
        }
    }

    private static void removeOutdated(File folder, File library) {
        String prefix = prefix(library);
        File[] outdated = folder.listFiles(
                (parent, name) -> name.startsWith(prefix) && (name.endsWith(".jsa") || name.endsWith(".aot")));
        for (File file : outdated == null ? new File[0] : outdated) {
            boolean unused = file.delete();
        }
    }

    private static boolean make(File library, File unfinished) throws IOException {
        if (usesAot()) {
            return runProgram(library, "-XX:AOTCacheOutput=" + unfinished, Redirect.DISCARD);
        }
        File classes = new File(unfinished + ".classes");
        File heap = new File(unfinished + ".heap");
        try {
            return runProgram(library, "-XX:DumpLoadedClassList=" + classes, Redirect.to(heap))
                    && (dump(library, unfinished, classes, ArchivedHeap.flags(Files.readString(heap.toPath())))
                            || dump(library, unfinished, classes, List.of()));
        } finally {
            boolean unusedFirst = classes.delete();
            boolean unusedSecond = heap.delete();
        }
    }

    private static boolean dump(File library, File unfinished, File classes, List<String> heap) throws IOException {
        List<String> arguments = new ArrayList<>(heap);
        arguments.addAll(List.of(
                "-Xshare:dump",
                "-XX:SharedClassListFile=" + classes,
                "-XX:SharedArchiveFile=" + unfinished,
                "-cp",
                library.getPath()));
        return runJava(arguments, Redirect.DISCARD);
    }

    /** Runs the program whose child shows which classes are needed. */
    private static boolean runProgram(File library, String childFlag, Redirect output) throws IOException {
        return runJava(
                List.of(
                        "-D" + RECORDING + "=" + childFlag,
                        "-cp",
                        library.getPath(),
                        "procgrade.multiprocessing.ArchiveProgram"),
                output);
    }

    private static boolean runJava(List<String> arguments, Redirect output) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ChildCommand.javaProgram().getPath());
        command.add("-Xlog:disable");
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(output).redirectError(Redirect.DISCARD);
        builder.environment().keySet().removeAll(FOR_PROGRAMS);
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            return process.waitFor(RECORDING_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroyForcibly();
        }
    }
}
