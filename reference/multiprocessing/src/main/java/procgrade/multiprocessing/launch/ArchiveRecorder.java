package procgrade.multiprocessing.launch;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Records an archive of classes, see {@link Archive}. */
final class ArchiveRecorder {
    private static final long RECORDING_SECONDS = 30;
    private static final long STALE_LOCK_MILLIS = 60_000;
    private static final long STALE_FILE_MILLIS = 3_600_000;

    /** Environment variables that concern the program of the user, not the recording. */
    private static final List<String> FOR_PROGRAMS = List.of("PROCGRADE_TRACE", "PROCGRADE_PIPE_BYTES");

    private static final Pattern UNFINISHED =
            Pattern.compile("multiprocessing-.*\\.([0-9]{1,18})\\.new(\\.classes|\\.heap)?");

    private final File library;
    private final File archive;
    private final File classes;
    private final String prefix;

    /**
     * Prepares a recording.
     *
     * @param library the jar of the library
     * @param archive to be recorded
     * @param classes the jar of the classes that children need, to be written beside it
     * @param prefix what the names of all archives begin with that this one makes useless
     */
    ArchiveRecorder(File library, File archive, File classes, String prefix) {
        this.library = library;
        this.archive = archive;
        this.classes = classes;
        this.prefix = prefix;
    }

    /** {@return whether there is an archive now} */
    boolean record() {
        File folder = archive.getParentFile();
        File lock = new File(folder, archive.getName() + ".lock");
        try {
            boolean unused = folder.mkdirs();
            if (lock.lastModified() + STALE_LOCK_MILLIS < System.currentTimeMillis()) {
                boolean unusedToo = lock.delete();
            }
            return lock.createNewFile() && recordLocked(lock);
        } catch (IOException | SecurityException notWritable) {
            return false;
        }
    }

    private boolean recordLocked(File lock) throws IOException {
        File unfinished = new File(
                archive.getParentFile(),
                archive.getName() + "." + ProcessHandle.current().pid() + ".new");
        File loaded = new File(unfinished + ".classes");
        File heap = new File(unfinished + ".heap");
        boolean done = false;
        try {
            done = runProgram("-XX:DumpLoadedClassList=" + loaded, null, Redirect.to(heap))
                    && pack(loaded, unfinished)
                    && make(unfinished, loaded, Files.readString(heap.toPath()))
                    && unfinished.length() > 0
                    && unfinished.renameTo(archive);
            removeOthers(done);
            return done;
        } finally {
            for (File left : List.of(unfinished, loaded, heap, lock)) {
                boolean unused = left.delete();
            }
            if (!done) {
                boolean unused = classes.delete();
            }
        }
    }

    /** The JDK notes where the jar lies and when it was changed, so it is put there before anything is recorded. */
    private boolean pack(File loaded, File unfinished) throws IOException {
        ChildClasses.pack(loaded, library, unfinished);
        Files.move(unfinished.toPath(), classes.toPath(), StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    private boolean make(File unfinished, File loaded, String maxHeapBytes) throws IOException {
        if (Archive.usesAot()) {
            return runProgram("-XX:AOTCacheOutput=" + unfinished, classes, Redirect.DISCARD);
        }
        return dump(unfinished, loaded, ArchivedHeap.flags(maxHeapBytes)) || dump(unfinished, loaded, List.of());
    }

    private boolean dump(File unfinished, File loaded, List<String> heap) throws IOException {
        List<String> arguments = new ArrayList<>(heap);
        arguments.addAll(List.of(
                "-Xshare:dump",
                "-XX:SharedClassListFile=" + loaded,
                "-XX:SharedArchiveFile=" + unfinished,
                "-cp",
                classes.getPath()));
        return runJava(arguments, Redirect.DISCARD);
    }

    private void removeOthers(boolean outdatedToo) {
        File[] files = archive.getParentFile().listFiles();
        for (File file : files == null ? new File[0] : files) {
            if (outdatedToo && isOutdated(file) || isUnfinished(file)) {
                boolean unused = file.delete();
            }
        }
    }

    private boolean isOutdated(File file) {
        String name = file.getName();
        return name.startsWith(prefix)
                && (name.endsWith(".jsa") || name.endsWith(".aot") || name.endsWith(".jar"))
                && !file.equals(archive)
                && !file.equals(classes);
    }

    /** What programs left that were killed while they recorded: their pid is in the name. */
    private static boolean isUnfinished(File file) {
        Matcher name = UNFINISHED.matcher(file.getName());
        return name.matches()
                && (ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()
                        || file.lastModified() + STALE_FILE_MILLIS < System.currentTimeMillis());
    }

    /** Runs the program whose child shows which classes are needed. */
    private boolean runProgram(String childFlag, File childClasses, Redirect output) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-D" + Archive.RECORDING + "=" + childFlag));
        if (childClasses != null) {
            arguments.add("-D" + Archive.RECORDED_CLASSES + "=" + childClasses);
        }
        arguments.addAll(List.of("-cp", library.getPath(), "procgrade.multiprocessing.ArchiveProgram"));
        return runJava(arguments, output);
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
