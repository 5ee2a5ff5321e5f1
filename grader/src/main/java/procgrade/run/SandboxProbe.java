package procgrade.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import procgrade.observe.ProcessStarts;

/** Finds out whether a sandbox works here, by starting one with the very options that programs get. */
final class SandboxProbe {
    private static final long SECONDS = 10;
    private static final int COMPLAINT_BYTES = 4096;
    private static final String CONSEQUENCE = ", so programs run with all rights of this user";

    private SandboxProbe() {}

    /** Made when it is first asked for. */
    private static final class Cached {
        static final Sandbox SANDBOX = probe(System.getenv().getOrDefault("PATH", ""));

        private Cached() {}
    }

    static Sandbox ofThisMachine() {
        return Cached.SANDBOX;
    }

    static Sandbox probe(String searchPath) {
        Optional<Path> program = Executables.find("bwrap", searchPath);
        if (program.isEmpty()) {
            return Sandbox.without("no sandbox: bubblewrap (bwrap) is not installed" + CONSEQUENCE);
        }
        String complaint = "";
        for (boolean modern : List.of(true, false)) {
            Sandbox candidate = Sandbox.of(new Sandbox.Bubblewrap(program.get(), modern));
            complaint = complaintOf(candidate);
            if (complaint.isEmpty()) {
                return candidate;
            }
        }
        return Sandbox.without("no sandbox: " + complaint + CONSEQUENCE);
    }

    /** Empty if it works. */
    private static String complaintOf(Sandbox sandbox) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("procgrade-");
            RunSpec spec = new RunSpec(List.of("true"), folder, List.of(), Map.of(), "", RunLimits.DEFAULT, folder);
            List<String> command = sandbox.around(
                    List.of(StartScript.SHELL, "-c", "exit 0"), spec, Path.of(StartScript.SHELL), List.of());
            return run(command);
        } catch (IOException cause) {
            return "bwrap cannot be started: " + cause.getMessage();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return "the probe of bwrap was interrupted";
        } finally {
            Scratch.remove(folder);
        }
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        Process process = ProcessStarts.start(builder);
        process.getOutputStream().close();
        boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly().waitFor();
            return "bwrap gave no answer within " + SECONDS + " seconds";
        }
        String output = new String(process.getInputStream().readNBytes(COMPLAINT_BYTES), StandardCharsets.UTF_8);
        String firstLine = output.lines().findFirst().orElse("exit code " + process.exitValue());
        return process.exitValue() == 0 ? "" : firstLine.startsWith("bwrap: ") ? firstLine : "bwrap: " + firstLine;
    }
}
