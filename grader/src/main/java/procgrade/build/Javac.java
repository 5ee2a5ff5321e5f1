package procgrade.build;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import procgrade.submission.EnvironmentFault;

/** The Java compiler, as a process of its own: a source that makes it loop or swell does not hurt the grader. */
final class Javac {
    /** The property that names an archive of the compiler's classes, with which it starts sooner; the launcher sets it. */
    static final String ARCHIVE = "procgrade.compiler.archive";

    /** The property that names an archive to be made. */
    static final String RECORD = "procgrade.compiler.record";

    private static final int FIRST_WITH_AOT = 25;
    private static final long MOST_BYTES = 50_000_000;
    private static final String QUIET = "-J-Xlog:disable";

    private final BuildTools tools;
    private final Path sources;
    private final Path classes;
    private final Path list;

    /**
     * Where it works.
     *
     * @param sources folder that the paths of sources are relative to
     * @param classes folder for class files
     * @param list file to write the names of the sources to
     */
    Javac(BuildTools tools, Path sources, Path classes, Path list) {
        this.tools = tools;
        this.sources = sources;
        this.classes = classes;
        this.list = list;
    }

    /**
     * What came of compiling.
     *
     * @param succeeded whether there are class files
     * @param errors what the compiler complained about, possibly cut
     * @param failure why it gave up without an answer
     */
    record Result(boolean succeeded, List<CompilerError> errors, Optional<String> failure) {}

    Result compile(List<JavaSource> files) {
        if (!Files.isExecutable(tools.javac())) {
            throw new EnvironmentFault(
                    "there is no Java compiler " + tools.javac(),
                    "install a whole JDK (Debian: apt-get install openjdk-17-jdk-headless), or let JAVA_HOME name one");
        }
        writeList(files);
        CompilerRun run;
        boolean swollen;
        try (FolderWatch watch = new FolderWatch(classes, MOST_BYTES)) {
            run = CompilerRun.of(tools, command(), sources, watch);
            swollen = watch.isExceeded();
        }
        if (swollen) {
            return gaveUp("the compiler made more than " + MOST_BYTES / 1_000_000 + " MB of class files");
        }
        return result(run);
    }

    private Result result(CompilerRun run) {
        if (run.timedOut()) {
            return gaveUp("the compiler was not done after " + tools.limit().toSeconds() + " s");
        }
        List<CompilerError> errors = CompilerError.parse(run.output());
        if (run.exitCode() == 0 || !errors.isEmpty()) {
            return new Result(run.exitCode() == 0, errors, Optional.empty());
        }
        String first = run.output().lines().findFirst().orElse("it said nothing");
        if (first.startsWith("Error occurred during initialization of VM")
                || first.startsWith("Error: Could not create the Java Virtual Machine")) {
            throw new EnvironmentFault(
                    "the Java compiler does not start: "
                            + run.output().lines().skip(1).findFirst().orElse(first),
                    "it needs " + tools.compilerMebibytes() + " MB of memory: 'procgrade doctor' shows what there is");
        }
        boolean exhausted =
                run.output().contains("OutOfMemoryError") || run.output().contains("StackOverflowError");
        return gaveUp(
                exhausted
                        ? "the compiler ran out of memory"
                        : "the compiler ended with exit code " + run.exitCode() + ": " + first);
    }

    private static Result gaveUp(String why) {
        return new Result(false, List.of(), Optional.of(why));
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(tools.javac().toString()));
        command.addAll(archive());
        command.addAll(options());
        return command;
    }

    /** One that does not fit to the compiler is left alone by it; of that, as of all else, the virtual machine is silent. */
    private static List<String> archive() {
        String used = System.getProperty(ARCHIVE, "");
        String recorded = System.getProperty(RECORD, "");
        boolean ahead = Runtime.version().feature() >= FIRST_WITH_AOT;
        if (!recorded.isEmpty()) {
            return List.of((ahead ? "-J-XX:AOTCacheOutput=" : "-J-XX:ArchiveClassesAtExit=") + recorded, QUIET);
        }
        return used.isEmpty() || !Files.isRegularFile(Path.of(used))
                ? List.of()
                : List.of((ahead ? "-J-XX:AOTCache=" : "-J-XX:SharedArchiveFile=") + used, QUIET);
    }

    private List<String> options() {
        return List.of(
                "-J-Xmx" + tools.compilerMebibytes() + "m",
                // Compilations are short: the first compiler and the simplest collector start fastest.
                "-J-XX:+UseSerialGC",
                "-J-XX:TieredStopAtLevel=1",
                "-J-XX:-UsePerfData",
                "-J-Duser.language=en",
                "-J-Dfile.encoding=UTF-8",
                "-proc:none",
                "-encoding",
                "UTF-8",
                "-nowarn",
                "-Xlint:none",
                "-Xmaxerrs",
                "1000",
                "-cp",
                tools.library().toString(),
                "-d",
                classes.toString(),
                "@" + list);
    }

    /** In a file, because a command may not be as long as a list of files. */
    private void writeList(List<JavaSource> files) {
        StringBuilder names = new StringBuilder();
        for (JavaSource file : files) {
            // './' keeps a name that begins with '-' or '@' from being taken for an option.
            String name = "./" + file.path().replace("\\", "\\\\").replace("\"", "\\\"");
            names.append('"').append(name).append('"').append('\n');
        }
        WorkFolder.write(list, names.toString());
    }
}
