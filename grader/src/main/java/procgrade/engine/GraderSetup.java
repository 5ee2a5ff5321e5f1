package procgrade.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import procgrade.build.BuildTools;
import procgrade.observe.AllowedCpus;
import procgrade.observe.CpuQuota;
import procgrade.observe.ProcFs;
import procgrade.run.PlainTools;
import procgrade.run.Sandbox;
import procgrade.run.Tracing;
import procgrade.submission.EnvironmentFault;

/**
 * What grading needs of the machine.
 *
 * @param tools compilers
 * @param sandbox around the programs
 * @param tracing whether strace records their processes
 * @param cache where compiled rubrics are kept; empty if nowhere
 * @param cores that programs may use at the same time, at least 1
 */
public record GraderSetup(BuildTools tools, Sandbox sandbox, Tracing tracing, Optional<Path> cache, int cores) {
    private static final String LIBRARY = "reference/multiprocessing/target/procgrade-multiprocessing.jar";

    /**
     * What this machine has.
     *
     * @param home the folder that procgrade lives in
     * @param environment the grader's environment variables
     * @return the setup
     * @throws EnvironmentFault if the library has not been built
     */
    public static GraderSetup ofThisMachine(Path home, Map<String, String> environment) {
        Path library = library(home);
        Sandbox sandbox = Sandbox.ofThisMachine();
        return new GraderSetup(
                // a terminal signals the whole group: a compiler that ends before the grader knows why looks like a
                // fault
                BuildTools.ofThisMachine(library, environment)
                        .prefixed(PlainTools.ofThisMachine().ownSession()),
                sandbox,
                Tracing.tryOut(sandbox),
                CacheFolder.of(environment, System.getProperty("user.home")),
                usableCores(ProcFs.ofThisMachine()));
    }

    /**
     * Begins to find out whether there is a sandbox, for a grader that has other things to do before it asks.
     *
     * @return to be closed before the grader ends, which waits for the end of the search: it has a folder of its own
     */
    public static Probing beginProbing() {
        return new Probing();
    }

    /** A search for a sandbox that goes on beside other things. */
    public static final class Probing implements AutoCloseable {
        private final Thread thread = new Thread(Sandbox::ofThisMachine, "probe of the sandbox");

        private Probing() {
            thread.setDaemon(true);
            thread.start();
        }

        /** Waits for its end, some hundredths of a second at most. */
        @Override
        public void close() {
            try {
                thread.join();
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * The same for programs that must not see some folders.
     *
     * @param folders such as those with what others handed in; what a program needs of them it sees nevertheless
     * @return a new setup
     */
    public GraderSetup hiding(List<Path> folders) {
        return new GraderSetup(tools, sandbox.hiding(folders), tracing, cache, cores);
    }

    /** Those that the scheduler may put this process on, and no more than its control group may use in the long run. */
    static int usableCores(ProcFs proc) {
        int allowed = AllowedCpus.read(proc).toOptional().map(List::size).orElse(1);
        int granted = (int) CpuQuota.read(proc).orElse(allowed);
        return Math.max(1, Math.min(allowed, granted));
    }

    /**
     * The jar of the library {@code multiprocessing}.
     *
     * @param home the folder that procgrade lives in
     * @return the jar
     * @throws EnvironmentFault if it has not been built
     */
    public static Path library(Path home) {
        Path library = home.resolve(LIBRARY);
        if (!Files.isRegularFile(library)) {
            throw new EnvironmentFault("there is no " + library, "run 'mvn package' in " + home);
        }
        return library;
    }

    /** {@return facts about the machine for a report, by name} */
    public Map<String, String> environment() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("cores", Integer.toString(cores));
        facts.put("java", Runtime.version().toString());
        facts.put("kernel", System.getProperty("os.version"));
        facts.put("sandbox", sandbox.works() ? "bubblewrap" : "none");
        facts.put("processes", tracing.works() ? "strace and sampling of /proc" : "sampling of /proc");
        return facts;
    }
}
