package procgrade.multiprocessing.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChildClassesTests {
    @TempDir
    private Path folder;

    private File library;
    private File jar;

    @BeforeEach
    void packLibrary() throws IOException {
        library = folder.resolve("library.jar").toFile();
        jar = folder.resolve("classes.jar").toFile();
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(library.toPath()))) {
            for (String name : List.of("Queue", "Pool", "codec/Decoder", "launch/ChildCommand")) {
                String entry = "procgrade/multiprocessing/" + name + ".class";
                out.putNextEntry(new ZipEntry(entry));
                out.write(entry.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private File loaded(String... lines) throws IOException {
        return Files.write(folder.resolve("loaded"), List.of(lines)).toFile();
    }

    @Test
    void has_those_of_the_library_that_a_child_has_loaded() throws IOException {
        File loaded = loaded(
                "# NOTE: Do not modify this file.",
                "java/lang/Object id: 0",
                "@lambda-proxy procgrade/multiprocessing/Queue run ()V",
                "procgrade/multiprocessing/Queue id: 412",
                "procgrade/multiprocessing/codec/Decoder id: 413",
                "procgrade/multiprocessing/Queue id: 414",
                "procgrade/multiprocessing/not/InTheJar id: 415");

        ChildClasses.pack(loaded, library, jar);

        try (ZipFile packed = new ZipFile(jar)) {
            assertThat(packed.stream().map(ZipEntry::getName))
                    .containsExactly(
                            "procgrade/multiprocessing/Queue.class", "procgrade/multiprocessing/codec/Decoder.class");
            assertThat(packed.getInputStream(packed.getEntry("procgrade/multiprocessing/Queue.class")))
                    .hasContent("procgrade/multiprocessing/Queue.class");
        }
    }

    @Test
    void what_tells_where_the_library_is_stays_there() throws IOException {
        ChildClasses.pack(loaded("procgrade/multiprocessing/launch/ChildCommand id: 1"), library, jar);
        try (ZipFile packed = new ZipFile(jar)) {
            assertThat(packed.size()).isZero();
        }
    }

    @Test
    void a_list_that_was_not_written_is_a_failure() {
        assertThatThrownBy(() -> ChildClasses.pack(new File(folder.toFile(), "none"), library, jar))
                .isInstanceOf(NoSuchFileException.class);
    }
}
