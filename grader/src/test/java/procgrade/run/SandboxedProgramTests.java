package procgrade.run;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Programs in a sandbox. */
class SandboxedProgramTests extends SupervisedProgramTests {
    @Override
    Sandbox sandbox() {
        Sandbox sandbox = Sandbox.ofThisMachine();
        Assumptions.assumeTrue(sandbox.works(), sandbox.notice());
        return sandbox;
    }

    @Test
    void a_program_whose_interpreter_is_missing_is_no_program_that_has_failed() throws IOException {
        Path script = run().write("script", "#!/no/such/interpreter\n");
        script.toFile().setExecutable(true);

        assertThatThrownBy(() -> run().run("./script"))
                .isInstanceOf(RunFault.class)
                .hasMessageMatching(
                        "the program '\\./script' cannot be executed here: .*\\./script: not found: check its first"
                                + " line, and that it is made for this machine");
    }
}
