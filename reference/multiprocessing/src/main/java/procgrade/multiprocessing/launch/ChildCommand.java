package procgrade.multiprocessing.launch;

import java.io.File;
import java.net.URISyntaxException;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The command line of a child process. */
public final class ChildCommand {
    private static final int FEATURE = Runtime.version().feature();
    private static final int FIRST_WITH_UNSAFE_FLAG = 24;

    /** Otherwise the archived classes are moved to a random address, which takes 4 ms. A diagnostic option may vanish. */
    private static final List<String> UNMOVED_ARCHIVE = List.of(
            "-XX:+IgnoreUnrecognizedVMOptions", "-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0");

    /** The archive's profiles are of a program too small for anything to be compiled, but reading them takes 3 ms. */
    private static final String NO_PROFILES = "-XX:-AOTReplayTraining";

    /** Of the machine's memory: to set up a heap of the default 1.6 % takes a millisecond more than to let it grow. */
    private static final String SMALL_INITIAL_HEAP = "-XX:InitialRAMPercentage=0.2";

    /** All grow when that is needed. The default sizes are for a server, and take half a millisecond to set up. */
    private static final List<String> SMALL_TABLES =
            List.of("-XX:+UnlockExperimentalVMOptions", "-XX:StringTableSize=2048", "-XX:SymbolTableSize=2048");

    /** One thread fewer: what it does, telling of low memory, is done by another one then. Gone in later versions. */
    private static final String FEWER_THREADS = "-XX:-UseNotificationThread";

    /**
     * A virtual machine that uses AVX-512 first writes code for everything that is done with it, encryption mostly, which
     * takes JDK 17 five milliseconds. Not said to other processors: those without AVX2 would warn.
     */
    private static final boolean WITHOUT_AVX_512 = Cpu.hasAvx512();

    private ChildCommand() {}

    /**
     * Builds the command of a child that runs a class of this library.
     *
     * @param mainClass the class whose main method the child runs
     * @return program and arguments
     */
    public static List<String> of(String mainClass) {
        List<String> inherited = ParentFlags.read();
        File library = libraryPath();
        ClassArchive archive = Archive.of(library);
        List<String> command = new ArrayList<>();
        command.add(javaProgram().getPath());
        command.addAll(ownFlags(inherited));
        command.addAll(archive.flags());
        command.addAll(inherited);
        command.add("-cp");
        command.add(classPath(archive, System.getProperty("java.class.path", ""), library));
        command.add(mainClass);
        return command;
    }

    /**
     * Why each: -Xrs lets SIGTERM end a process at once, without hooks, as it ends Python's; perf data
     * costs a file; logs would write to the program's own standard output. JDK 17 starts fastest with
     * its default collector (archived heap objects need it), later ones with the serial one; from 22 on
     * reflection through method handles would cost each child 40 ms.
     */
    private static List<String> ownFlags(List<String> inherited) {
        List<String> flags = new ArrayList<>(List.of("-Xrs", "-XX:-UsePerfData", "-Xlog:disable"));
        flags.addAll(UNMOVED_ARCHIVE);
        flags.add(SMALL_INITIAL_HEAP);
        flags.addAll(SMALL_TABLES);
        flags.add(FEWER_THREADS);
        if (WITHOUT_AVX_512) {
            flags.add("-XX:UseAVX=2");
        }
        if (Archive.usesAot() && !choosesCollector(inherited)) {
            flags.add("-XX:+UseSerialGC");
        }
        if (Archive.usesAot()) {
            flags.add(NO_PROFILES);
        }
        if (FEATURE >= FIRST_WITH_UNSAFE_FLAG) {
            flags.add("--sun-misc-unsafe-memory-access=allow");
        }
        if (FEATURE > 17) {
            flags.add("-Djdk.reflect.useNativeAccessorOnly=true");
        }
        return flags;
    }

    private static boolean choosesCollector(List<String> flags) {
        for (String flag : flags) {
            if (flag.startsWith("-XX:+Use") && flag.endsWith("GC")) {
                return true;
            }
        }
        return false;
    }

    static File javaProgram() {
        return new File(System.getProperty("java.home"), "bin/java");
    }

    /**
     * An archive is only valid if the jar it was recorded from is the first. The library itself is there because the
     * class path of a program may name a jar that names it.
     *
     * @param archive what the child uses
     * @param program the class path of this process, which already begins with the archive's jar if it is a child
     * @param library null if unknown
     */
    static String classPath(ClassArchive archive, String program, File library) {
        Set<String> path = new LinkedHashSet<>();
        if (archive.classes() != null) {
            path.add(archive.classes().getPath());
        }
        if (!archive.alone()) {
            path.addAll(List.of(program.split(File.pathSeparator)));
            if (library != null) {
                path.add(library.getPath());
            }
        }
        return String.join(File.pathSeparator, path);
    }

    /** {@return the jar or folder that this library was loaded from, null if unknown} */
    public static File libraryPath() {
        CodeSource source = ChildCommand.class.getProtectionDomain().getCodeSource();
        try {
            return source == null ? null : new File(source.getLocation().toURI());
        } catch (URISyntaxException | IllegalArgumentException notAFile) {
            return null;
        }
    }
}
