package procgrade.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import procgrade.observe.Strace;

class LaunchTests {
    private static final PlainTools TOOLS =
            new PlainTools(List.of("setsid"), List.of("setpriv", "--pdeathsig", "KILL"));

    @TempDir
    private Path folder;

    @Test
    void a_signal_from_the_terminal_reaches_neither_a_sandbox_nor_who_traces_it() throws IOException {
        Sandbox sandbox = Sandbox.of(new Sandbox.Bubblewrap(Path.of("/usr/bin/bwrap"), true));
        RunSpec spec = new RunSpec(List.of("sh"), folder, List.of(), Map.of(), "", RunLimits.DEFAULT, folder);
        Path log = folder.resolve("strace.txt");
        RunSpec traced = spec.recorded(new Recording(Optional.of(log), Optional.empty()), Map.of());

        assertThat(Launch.prepare(spec, sandbox, TOOLS).command()).startsWith("setsid", "/usr/bin/bwrap");
        assertThat(Launch.prepare(traced, sandbox, TOOLS).command())
                .startsWith("setsid", "setpriv", "--pdeathsig", "KILL")
                .containsSubsequence(Strace.commandPrefix(log))
                .contains("/usr/bin/bwrap");
    }
}
