package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import procgrade.multiprocessing.Program.Ended;
import procgrade.multiprocessing.programs.Greeting;

/** Programs in unusual places: children find the same classes there. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ClassPathTests {
    private static void assertGreets(Ended ended) {
        assertThat(ended.err()).isEmpty();
        assertThat(ended.lines()).containsExactly("child says hello 0", "child ended with 0");
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.folders()).isEmpty();
    }

    /** The shell makes the folder, since this virtual machine may have been started without a locale that knows umlauts. */
    @Test
    void may_have_spaces_and_letters_of_any_script(@TempDir Path folder) {
        String script = """
                folder="$1/$(printf 'gr\\303\\266\\303\\237e \\320\\226 %%20+ x')" && mkdir "$folder" || exit
                cp -r "$2" "$folder/library" && cp -r "$3" "$folder/program" || exit
                cd "$folder/program"
                LC_ALL=C.UTF-8; export LC_ALL
                exec "$4" -cp "$folder/library:$folder/program" "$7"
                """;
        Program program = Program.of(Greeting.class)
                .through(
                        "/bin/sh",
                        "-c",
                        script,
                        "sh",
                        folder.toString(),
                        Program.origin(Process.class).toString(),
                        Program.origin(Program.class).toString());
        assertGreets(program.run());
    }

    @Test
    void may_be_relative() {
        Path folder = Program.origin(Process.class);
        Path tests = folder.relativize(Program.origin(Program.class));
        assertGreets(Program.of(Greeting.class)
                .classPath("." + File.pathSeparator + tests)
                .in(folder.toFile())
                .run());
    }

    @Test
    void may_be_a_single_jar(@TempDir Path folder) throws IOException {
        Path jar = Files.move(Jars.ofProgram(), folder.resolve("all.jar"));
        assertGreets(Program.of(Greeting.class).classPath(jar.toString()).run());
    }

    @Test
    void may_be_a_jar_that_names_its_main_class(@TempDir Path folder) throws IOException {
        Path jar = Files.move(Jars.ofProgram(Greeting.class), folder.resolve("all.jar"));
        assertGreets(Program.ofJar(jar).run());
    }

    @Test
    void may_hold_a_program_without_a_package() {
        Ended ended = Program.of("ProgramWithoutPackage").run();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.lines()).containsExactly("child has 7 of [7]", "parent has [7]");
        assertThat(ended.exitCode()).isZero();
    }

    @Test
    void cannot_be_longer_than_an_argument(@TempDir Path folder) throws IOException {
        String longPath = IntStream.range(0, 10_000)
                .mapToObj(i -> File.pathSeparator + "/no/such/folder/" + i)
                .collect(Collectors.joining());
        Path arguments = Files.writeString(
                folder.resolve("arguments"),
                "-cp " + Program.builtClasses() + longPath + " " + Greeting.class.getName());
        Ended ended = Program.of("@" + arguments).run();
        assertThat(ended.err())
                .startsWith("Exception in thread \"main\" java.io.UncheckedIOException: cannot start Process-1:"
                        + " the class path is too long for a command line; shorten it\n");
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.folders()).isEmpty();
    }

    @Test
    void must_hold_the_program(@TempDir Path folder) throws IOException {
        Path source = Files.writeString(folder.resolve("Sketch.java"), """
                import procgrade.multiprocessing.Process;

                class Sketch {
                    public static void main(String[] arguments) {
                        new Process(Sketch::run).start();
                    }

                    static void run() {}
                }
                """);
        Ended ended = Program.of(source.toString()).run();
        assertThat(ended.err())
                .contains(
                        "java.lang.IllegalStateException: cannot start Process-1: its class Sketch is not on the class"
                                + " path (\"java File.java\" keeps classes in memory); compile it with javac and start it with"
                                + " java -cp\n");
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.folders()).isEmpty();
    }
}
