package procgrade.conventions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JdepsTests {
    @Test
    void keeps_arrows_between_packages_of_this_project() {
        var text = """
                classes -> java.base
                classes -> not found
                   procgrade.run        -> java.lang              java.base
                   procgrade.run        -> procgrade.build        classes
                   procgrade.run        -> procgrade.multiprocessing not found
                   procgrade.build      -> procgraders.other      other.jar
                """;

        assertThat(Jdeps.parse(text).uses())
                .isEqualTo(Map.of(
                        "procgrade.run", Set.of("procgrade.build", "procgrade.multiprocessing"),
                        "procgrade.build", Set.of()));
    }

    @Test
    void reads_real_class_files() {
        assertThat(Jdeps.packagesOf(Path.of("target/classes")).uses())
                .isEqualTo(Map.of("procgrade.conventions", Set.of()));
    }

    @Test
    void a_folder_without_classes_is_refused_with_its_name() {
        assertThatThrownBy(() -> Jdeps.packagesOf(Path.of("no/such/folder")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("jdeps found no classes in no/such/folder: ");
    }
}
