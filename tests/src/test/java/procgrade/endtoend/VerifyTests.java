package procgrade.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rubrics of all assignments accept and reject what they should, and {@code verify} would say if they did not. */
@Timeout(900)
class VerifyTests {
    private static final Duration LIMIT = Duration.ofMinutes(14);
    private static final String DIFFERS = "DIFFERS";

    /**
     * By default each assignment is graded in one language: its reference, and one bad program. All of them take longer than
     * everything else that is tested.
     */
    private static final boolean ALL = Boolean.getBoolean("procgrade.verify.all");

    /** Deeper than the rows of the table: what differs in the row above. */
    private static final String DETAIL = "          ";

    @TempDir
    private Path course;

    private Home home;

    @BeforeEach
    void find_home() throws IOException {
        home = Home.ofThisBuild();
    }

    static List<Arguments> assignments() throws IOException {
        try (Stream<Path> folders =
                Files.list(Home.ofThisBuild().path("assignments")).sorted()) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve("assignment.properties")))
                    .map(folder -> folder.getFileName().toString())
                    .flatMap(name -> Stream.of(Arguments.of(name, "java"), Arguments.of(name, "python")))
                    .filter(slice -> ALL || isItsTurn(slice))
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("assignments")
    void programs_of_an_assignment_get_the_verdicts_they_should(String assignment, String language) throws Exception {
        assumeTrue(language.equals("java") || pythonWorks(), "python3 is not on the PATH");
        assumeTrue(processesAreCountedExactly(), "processes cannot be counted exactly: ./procgrade doctor says why");
        List<String> command =
                new ArrayList<>(List.of("verify", assignment, "--language", language, "--speedups=none"));
        if (!ALL) {
            command.addAll(List.of("--only", "reference", "--only", firstBad(assignment, language)));
        }
        var verify =
                home.procgrade(command.toArray(String[]::new)).within(LIMIT).run();

        assertThat(differences(verify.out())).as("%s", verify.err()).isEmpty();
        assertThat(verify.exitCode()).as("%s", verify.out() + verify.err()).isZero();
        assertThat(verify.out()).contains("ok\n").contains("all as expected");
    }

    private static boolean isItsTurn(Arguments slice) {
        String language = slice.get()[0].hashCode() % 2 == 0 ? "java" : "python";
        return slice.get()[1].equals(language);
    }

    private String firstBad(String assignment, String language) throws IOException {
        try (Stream<Path> folders = Files.list(home.path("assignments/" + assignment + "/bad/" + language))) {
            return folders.sorted().findFirst().orElseThrow().getFileName().toString();
        }
    }

    /** The measuring itself; a machine with other things to do may find that it cannot tell. */
    @Test
    void a_program_that_is_fast_by_a_slow_baseline_is_found_out() throws Exception {
        assumeTrue(pythonWorks(), "python3 is not on the PATH");
        var verify = home.procgrade(
                        "verify",
                        "pi_mw",
                        "--language",
                        "python",
                        "--only",
                        "reference",
                        "--only",
                        "slow_with_one_worker")
                .within(LIMIT)
                .run();

        assertThat(differences(verify.out())).as("%s", verify.err()).isEmpty();
        assertThat(verify.exitCode()).as("%s", verify.err()).isZero();
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
        assertThat(verify.out())
                .contains(" check args " + swapped.getParent() + " --assignments " + course
                        + " --only prints_the_three_lines --seed ")
                .contains("1 difference\n");
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

    /** Without that, programs with short-lived processes or bad exit codes get away. */
    private boolean processesAreCountedExactly() throws Exception {
        Path output = course.resolve("output");
        home.procgrade(
                        "check",
                        "args",
                        home.path("assignments/args/reference/Args.java").toString(),
                        "--only",
                        "runs_the_task_in_a_child_process",
                        "--output",
                        output.toString())
                .run();
        try (Stream<Path> files = Files.walk(output)) {
            List<Path> runs =
                    files.filter(file -> file.endsWith("evidence.json")).toList();
            assertThat(runs).isNotEmpty();
            return Files.readString(runs.get(0)).contains("\"exact\":true");
        }
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

    private static boolean pythonWorks() throws InterruptedException {
        try {
            return Command.of(Path.of("python3"), List.of("--version")).run().exitCode() == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
