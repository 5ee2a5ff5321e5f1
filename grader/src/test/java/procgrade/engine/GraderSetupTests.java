package procgrade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import procgrade.run.PlainTools;

class GraderSetupTests {
    @TempDir
    private Path home;

    @Test
    void compilers_have_a_session_of_their_own_where_that_can_be_had() throws IOException {
        Path library = home.resolve("reference/multiprocessing/target/procgrade-multiprocessing.jar");
        Files.createDirectories(library.getParent());
        Files.createFile(library);

        GraderSetup setup = GraderSetup.ofThisMachine(home, Map.of("PROCGRADE_CACHE", ""));

        assertThat(setup.tools().prefix()).isEqualTo(PlainTools.ofThisMachine().ownSession());
    }
}
