package procgrade.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import procgrade.run.Pace;
import procgrade.run.RunFault;
import procgrade.run.RunLimits;
import procgrade.run.RunOutcome;
import procgrade.run.RunSpec;
import procgrade.run.RunWatcher;
import procgrade.run.Sandbox;
import procgrade.run.Supervisor;

/** Compiles the Java programs of the corpus and starts programs. Safe for use by several threads. */
final class Workshop {
    /**
     * On a machine that does nothing else, live programs end within 6 s and hanging ones are found out within 5. A busy
     * one may need many times as long for those of a thousand processes; only a miss lasts until the limit.
     */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Some programs have thousands of threads, or a thousand processes. */
    private static final RunLimits LIMITS =
            new RunLimits(LIMIT, RunLimits.DEFAULT.outputBytes(), RunLimits.DEFAULT.memoryBytes(), 2_048, 16_384);

    private final Path classes;
    private final Path library;
    private final Path corpus;
    private final Supervisor supervisor;

    private Workshop(Path classes, Options options, Supervisor supervisor) {
        this.classes = classes;
        this.library = options.library().toAbsolutePath().normalize();
        this.corpus = options.programs().toAbsolutePath().normalize();
        this.supervisor = supervisor;
    }

    /**
     * Compiles.
     *
     * @param options with the folders
     * @param programs all that may be started
     * @return a workshop that starts them
     * @throws CorpusException if they do not compile
     */
    static Workshop open(Options options, List<CorpusProgram> programs) {
        Path classes = options.programs()
                .toAbsolutePath()
                .normalize()
                .resolve("target/programs-" + Runtime.version().feature());
        List<String> arguments = new ArrayList<>(List.of("-nowarn", "-proc:none", "-d", classes.toString()));
        arguments.addAll(List.of("-cp", options.library().toString()));
        programs.stream()
                .filter(CorpusProgram::isJava)
                .map(program -> program.file().toString())
                .distinct()
                .forEach(arguments::add);
        if (arguments.stream().anyMatch(argument -> argument.endsWith(".java"))
                && ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new CorpusException("the Java programs of the corpus do not compile: see above", null);
        }
        Sandbox sandbox = options.plain() ? Sandbox.none() : Sandbox.ofThisMachine();
        Supervisor supervisor = new Supervisor(sandbox);
        Runtime.getRuntime().addShutdownHook(new Thread(supervisor::interruptAll));
        return new Workshop(classes, options, supervisor);
    }

    /** {@return whether a program can run here} */
    static boolean has(CorpusProgram program) {
        boolean installed = program.needs().isEmpty() || Files.isExecutable(Path.of("/usr/bin", program.needs()));
        return installed && Runtime.version().feature() >= program.java();
    }

    /**
     * Runs a program to its end.
     *
     * @param program to run
     * @param watcher told of it
     * @param pace how often
     * @return how it ended
     * @throws CorpusException if it could not be run
     */
    RunOutcome run(CorpusProgram program, RunWatcher watcher, Pace pace) {
        try {
            Path folder = Files.createTempDirectory("corpus-");
            Path output = Files.createTempDirectory("corpus-output-");
            RunSpec spec = new RunSpec(
                    command(program), folder, List.of(classes, library, corpus), Map.of(), "", LIMITS, output);
            try {
                return supervisor.run(spec, List.of(watcher), pace);
            } finally {
                remove(output);
                remove(folder);
            }
        } catch (IOException | RunFault cause) {
            throw new CorpusException(program.name() + ": " + cause.getMessage(), cause);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private List<String> command(CorpusProgram program) {
        List<String> command = new ArrayList<>();
        if (program.isJava()) {
            command.add(System.getProperty("java.home") + "/bin/java");
            command.addAll(program.options());
            command.addAll(List.of("-cp", classes + ":" + library, program.className()));
        } else {
            command.addAll(List.of("python3", program.file().toAbsolutePath().toString()));
        }
        if (!program.variant().isEmpty()) {
            command.add(program.variant());
        }
        return command;
    }
}
