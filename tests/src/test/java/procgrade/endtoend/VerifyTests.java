package procgrade.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code verify} says if a rubric does not accept and reject what it should. */
class VerifyTests {
    private static final String DIFFERS = "DIFFERS";

    /** Deeper than the rows of the table: what differs in the row above. */
    private static final String DETAIL = "          ";

    @TempDir
    private Path course;

    private Home home;

    @BeforeEach
    void find_home() throws IOException {
        home = Home.ofThisBuild();
    }

    @Test
    void a_rubric_that_does_not_do_what_a_program_says_is_found_out() throws Exception {
        Path args = Files.createDirectories(course.resolve("args"));
        copy(home.path("assignments/args"), args);
        Path swapped = args.resolve("bad/java/arguments_swapped/Args.java");
        Files.writeString(swapped, Files.readString(swapped).replace("WRONG_OUTPUT", "DEADLOCK"));

        var verify = home.procgrade("verify", "args", "--assignments", course.toString(), "--only", "arguments_swapped")
                .run();

        assertThat(verify.exitCode()).as("%s", verify.err()).isEqualTo(1);
        assertThat(differences(verify.out()))
                .singleElement()
                .asString()
                .startsWith("java arguments_swapped: prints_the_three_lines: DEADLOCK was expected, not WRONG_OUTPUT");
        assertThat(verify.out()).contains("again: ./procgrade check args ").contains("1 difference\n");
    }

    @Test
    void a_program_that_nobody_has_is_a_wrong_use() throws Exception {
        var verify =
                home.procgrade("verify", "args", "--only", "argument_swapped").run();

        assertThat(verify.exitCode()).isEqualTo(2);
        assertThat(verify.out()).isEmpty();
        assertThat(verify.err())
                .contains("error: there is no program 'argument_swapped'")
                .contains("did you mean arguments_swapped");
    }

    /** A line for each check: the program, the check, what was expected and what became of it. */
    private static List<String> differences(String table) {
        var found = new ArrayList<String>();
        String program = "";
        for (String line : table.lines().toList()) {
            if (line.startsWith(DETAIL) && !program.isEmpty()) {
                if (!line.startsWith(DETAIL + "again:")) {
                    found.add(program + ": " + line.strip());
                }
            } else if (line.endsWith(DIFFERS)) {
                program = String.join(" ", List.of(line.strip().split("\\s+")).subList(0, 2));
            } else {
                program = "";
                if (line.contains(DIFFERS)) {
                    found.add(line.strip());
                }
            }
        }
        return found;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
