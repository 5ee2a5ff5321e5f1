package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import procgrade.multiprocessing.Program.Ended;
import procgrade.multiprocessing.programs.Archived;

/** The archive of classes that lets children start faster; it exists for a library in a jar. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ArchiveTests {
    private static Path library;

    @BeforeAll
    static void pack() throws IOException {
        library = Jars.ofLibrary();
    }

    @AfterAll
    static void unpack() throws IOException {
        Files.delete(library);
    }

    private static Program program(String cache) {
        return Program.of(Archived.class)
                .classPath(library + File.pathSeparator + Program.origin(Program.class))
                .env("PROCGRADE_CACHE", cache);
    }

    private static List<String> names(Path folder) {
        String[] names = folder.toFile().list();
        return names == null ? List.of() : List.of(names);
    }

    private static String archive(Path cache) {
        return names(cache).stream()
                .filter(name -> name.matches("multiprocessing-.*\\.(jsa|aot)"))
                .findFirst()
                .orElseThrow();
    }

    private static void assertRuns(Ended ended) {
        assertThat(ended.err()).isEmpty();
        assertThat(ended.lines()).endsWith("child ends");
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.folders()).isEmpty();
        assertThat(ended.survivors()).isEmpty();
    }

    @Test
    void is_made_once_by_programs_that_start_at_the_same_time_and_then_used(@TempDir Path folder) throws IOException {
        Path cache = folder.resolve("not there yet").resolve("procgrade");
        List<RunningProgram> programs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            programs.add(program(cache.toString()).start());
        }
        for (RunningProgram running : programs) {
            assertRuns(running.awaitEnd());
            running.close();
        }
        String archive = archive(cache);
        String jar = archive.replaceAll("\\.\\w+$", ".jar");
        assertThat(names(cache)).containsExactlyInAnyOrder(archive, jar);
        Ended later = program(cache.toString()).run();
        assertRuns(later);
        assertThat(later.lines()).containsExactly(archive, "child ends");
        assertThat(names(cache)).containsExactlyInAnyOrder(archive, jar);

        Files.setLastModifiedTime(library, FileTime.fromMillis(System.currentTimeMillis() - 100_000));
        assertRuns(program(cache.toString()).run());
        assertThat(names(cache)).as("made anew for another jar").hasSize(2).doesNotContain(archive, jar);
    }

    @Test
    void what_killed_programs_left_of_theirs_is_removed(@TempDir Path cache) throws IOException {
        long mine = ProcessHandle.current().pid();
        Path dead = Files.createFile(cache.resolve("multiprocessing-17-a-b.jsa.4194305.new"));
        Path deadList = Files.createFile(cache.resolve("multiprocessing-17-a-b.jsa.4194305.new.classes"));
        Path old = Files.createFile(cache.resolve("multiprocessing-25-a-b.aot." + mine + ".new"));
        Files.setLastModifiedTime(old, FileTime.fromMillis(System.currentTimeMillis() - 3_700_000));
        Path atWork = Files.createFile(cache.resolve("multiprocessing-25-a-c.aot." + mine + ".new"));
        Path foreign = Files.createFile(cache.resolve("notes.new"));

        assertRuns(program(cache.toString()).run());

        assertThat(dead).doesNotExist();
        assertThat(deadList).doesNotExist();
        assertThat(old).doesNotExist();
        assertThat(atWork).exists();
        assertThat(foreign).exists();
        assertThat(names(cache)).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/proc/no/such/folder", "/dev/null", ""})
    void is_not_missed_where_it_cannot_be_written(String cache) {
        Ended ended = program(cache).run();
        assertRuns(ended);
        assertThat(ended.lines()).containsExactly("child ends");
    }

    @Test
    void does_no_harm_if_it_is_damaged(@TempDir Path cache) throws IOException {
        assertRuns(program(cache.toString()).run());
        Files.write(cache.resolve(archive(cache)), new byte[10_000]);
        Ended ended = program(cache.toString()).run();
        assertRuns(ended);
    }

    @Test
    void does_no_harm_if_the_jar_beside_it_is_damaged(@TempDir Path cache) throws IOException {
        assertRuns(program(cache.toString()).run());
        String archive = archive(cache);
        Files.write(cache.resolve(archive.replaceAll("\\.\\w+$", ".jar")), new byte[10_000]);
        assertRuns(program(cache.toString()).run());
    }

    @Test
    void is_made_anew_if_the_jar_beside_it_is_gone(@TempDir Path cache) throws IOException {
        assertRuns(program(cache.toString()).run());
        String archive = archive(cache);
        Files.delete(cache.resolve(archive.replaceAll("\\.\\w+$", ".jar")));
        assertRuns(program(cache.toString()).run());
        assertThat(names(cache)).hasSize(2);
        assertThat(program(cache.toString()).run().lines()).containsExactly(archive, "child ends");
    }

    @Test
    void serves_the_children_of_children(@TempDir Path cache) throws IOException {
        Program program = Program.of(Archived.class, "nested")
                .classPath(library + File.pathSeparator + Program.origin(Program.class))
                .env("PROCGRADE_CACHE", cache.toString());
        assertRuns(program.run());
        String archive = archive(cache);
        Ended later = program.run();
        assertRuns(later);
        assertThat(later.lines()).containsExactly("Thing 7", archive, "child ends");
    }

    @Test
    void is_recorded_without_a_trace(@TempDir Path folder) throws IOException {
        Path traces = Files.createDirectory(folder.resolve("traces"));
        assertRuns(program(folder.resolve("cache").toString())
                .env("PROCGRADE_TRACE", traces.toString())
                .run());
        assertThat(names(traces)).as("main and child").hasSize(2);
        assertThat(names(folder.resolve("cache"))).hasSize(2);
    }
}
