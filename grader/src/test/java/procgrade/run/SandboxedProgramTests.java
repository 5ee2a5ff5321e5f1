package procgrade.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
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

    @Test
    void a_copy_of_the_folder_has_the_name_of_the_original_and_hides_it() throws IOException {
        run().write("original", "");
        Path copies = Files.createDirectories(temporary().resolve("copies"));
        Path copy = Files.createDirectory(copies.resolve("1"));
        Files.createDirectory(copies.resolve("2"));

        run().in(copy).shell("pwd; ls; ls '" + copies + "'");

        assertThat(run().stdout()).isEqualTo(run().folder() + "\n");
        assertThat(run().stderr()).contains("copies");
    }
}
