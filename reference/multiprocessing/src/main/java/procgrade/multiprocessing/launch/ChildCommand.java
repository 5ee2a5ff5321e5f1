package procgrade.multiprocessing.launch;

import java.io.File;
import java.net.URISyntaxException;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;

/** The command line of a child process. */
public final class ChildCommand {
    private static final int FEATURE = Runtime.version().feature();
    private static final int FIRST_WITH_AOT = 25;
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

    private ChildCommand() {}

    /**
     * Builds the command of a child that runs a class of this library.
     *
     * @param mainClass the class whose main method the child runs
     * @return program and arguments
     */
    public static List<String> of(String mainClass) {
        List<String> inherited = ParentFlags.read();
        List<String> command = new ArrayList<>();
        command.add(javaProgram().getPath());
        command.addAll(ownFlags(inherited));
        command.addAll(Archive.flags(libraryPath()));
        command.addAll(inherited);
        command.add("-cp");
        command.add(classPath());
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
        if (FEATURE >= FIRST_WITH_AOT && !choosesCollector(inherited)) {
            flags.add("-XX:+UseSerialGC");
        }
        if (FEATURE >= FIRST_WITH_AOT) {
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

    /** The library comes first: an archive is only valid if its class path begins the child's. */
    private static String classPath() {
        String program = System.getProperty("java.class.path", "");
        File library = libraryPath();
        return library == null ? program : library + File.pathSeparator + program;
    }

    /** {@return the jar or folder that this library was loaded from, null if unknown} */
    static File libraryPath() {
        CodeSource source = ChildCommand.class.getProtectionDomain().getCodeSource();
        try {
            return source == null ? null : new File(source.getLocation().toURI());
        } catch (URISyntaxException | IllegalArgumentException notAFile) {
            return null;
        }
    }
}
