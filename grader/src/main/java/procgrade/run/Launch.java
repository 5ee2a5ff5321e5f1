package procgrade.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import procgrade.observe.EnvironmentMark;
import procgrade.observe.Strace;

/**
 * All that is needed to start a program.
 *
 * @param command the whole command with sandbox and keeper
 * @param environment all variables
 * @param folder to start in
 * @param script the keeper
 * @param mark by which processes of the run are recognised
 * @param scratch the temporary folder outside of a sandbox, to be removed after the run
 */
record Launch(
        List<String> command,
        Map<String, String> environment,
        Path folder,
        StartScript script,
        EnvironmentMark mark,
        Optional<Path> scratch) {
    static final String MARK = "PROCGRADE_RUN";
    private static final String ARCHIVES = "PROCGRADE_CACHE";
    private static final long SMALLEST_FILE_LIMIT = 1L << 30;
    private static final int SPARE_TASKS = 1024;

    /**
     * Prepares a run.
     *
     * @throws IOException if there can be no temporary folder
     * @throws RunFault if there is no such program
     */
    static Launch prepare(RunSpec spec, Sandbox sandbox, PlainTools tools) throws IOException {
        String searchPath =
                spec.environment().getOrDefault("PATH", System.getenv().getOrDefault("PATH", Executables.USUAL_PATH));
        String name = spec.command().get(0);
        Path program = Executables.find(name, spec.folder(), searchPath)
                .orElseThrow(
                        () -> new RunFault("there is no program '" + name + "': install it, or correct PATH", null));
        EnvironmentMark mark = new EnvironmentMark(MARK, UUID.randomUUID().toString());
        List<String> prefix = sandbox.works() ? List.of() : tools.endsWithParent();
        StartScript script = new StartScript(
                "procgrade-" + UUID.randomUUID(),
                prefix,
                Math.max(SMALLEST_FILE_LIMIT, 2 * spec.limits().outputBytes()),
                spec.limits().threads() + SPARE_TASKS);
        Map<String, String> environment = new HashMap<>(Map.of("PATH", searchPath, "LANG", "C.UTF-8"));
        environment.put(mark.name(), mark.value());
        List<String> kept = script.around(spec.command());
        if (sandbox.works()) {
            Optional<Path> archives = archives().filter(Files::isDirectory);
            environment.putAll(Map.of("HOME", "/tmp", "TMPDIR", "/tmp"));
            environment.put(ARCHIVES, archives.map(Path::toString).orElse(""));
            environment.putAll(spec.environment());
            // --new-session is for what is inside; the sandbox itself would end by a signal from the terminal
            List<String> command = new ArrayList<>(tools.ownSession());
            command.addAll(tracer(spec, tools));
            command.addAll(
                    sandbox.around(kept, spec, program, archives.map(List::of).orElse(List.of())));
            return new Launch(command, environment, Path.of("/"), script, mark, Optional.empty());
        }
        Path scratch = Files.createTempDirectory("procgrade-");
        environment.putAll(Map.of("HOME", scratch.toString(), "TMPDIR", scratch.toString()));
        archives().ifPresent(path -> environment.put(ARCHIVES, path.toString()));
        environment.putAll(spec.environment());
        List<String> command = new ArrayList<>(tools.ownSession());
        command.addAll(tracer(spec, tools));
        command.addAll(tools.endsWithParent());
        command.addAll(kept);
        return new Launch(command, environment, spec.files(), script, mark, Optional.of(scratch));
    }

    /** Outermost, but for the session, so that the first process of the run is the one that all others descend from. */
    private static List<String> tracer(RunSpec spec, PlainTools tools) {
        List<String> words = new ArrayList<>();
        spec.recording().strace().ifPresent(log -> {
            words.addAll(tools.endsWithParent());
            words.addAll(Strace.commandPrefix(log.toAbsolutePath()));
        });
        return words;
    }

    /**
     * The folder of the archives that let children of the Java library start fast, as docs/multiprocessing.md has it.
     * A program in a sandbox reads what programs outside have made.
     */
    private static Optional<Path> archives() {
        String chosen = System.getenv(ARCHIVES);
        if (chosen != null) {
            return chosen.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Path.of(chosen).toAbsolutePath());
        }
        String cache = System.getenv("XDG_CACHE_HOME");
        Path base =
                cache != null && !cache.isEmpty() ? Path.of(cache) : Path.of(System.getProperty("user.home"), ".cache");
        return Optional.of(base.resolve("procgrade").toAbsolutePath());
    }
}
