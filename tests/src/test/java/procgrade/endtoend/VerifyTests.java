package procgrade.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rubrics of all assignments accept and reject what they should, and {@code verify} would say if they did not. */
@Tag("alone")
@Timeout(900)
class VerifyTests {
    private static final Duration LIMIT = Duration.ofMinutes(14);
    private static final String DIFFERS = "DIFFERS";

    /**
     * By default each assignment is graded in one language: its reference, and one bad program. All of them take longer than
     * everything else that is tested.
     */
    private static final boolean ALL = Boolean.getBoolean("procgrade.verify.all");

    /** Its turn is when speedups are measured, because all its other checks are tried then as well. */
    private static final String MEASURED = "pi_mw";

    /** Deeper than the rows of the table: what differs in the row above. */
    private static final String DETAIL = "          ";

    private static boolean countsExactly;

    @TempDir
    private Path course;

    private Home home;

    /** Assignments whose programs in one language are graded by one command, which keeps all cores busy. */
    record Slice(List<String> assignments, String language) {
        @Override
        public String toString() {
            return String.join(", ", assignments) + " in " + language;
        }
    }

    /** Without that, programs with short-lived processes or bad exit codes get away. */
    @BeforeAll
    static void find_out_whether_processes_are_counted_exactly(@TempDir Path folder) throws Exception {
        Home home = Home.ofThisBuild();
        Path output = folder.resolve("output");
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
            countsExactly = Files.readString(runs.get(0)).contains("\"exact\":true");
        }
    }

    @BeforeEach
    void find_home() throws IOException {
        home = Home.ofThisBuild();
    }

    static List<Slice> slices() throws IOException {
        return Stream.of("java", "python")
                .flatMap(language -> ALL
                        ? assignments().stream().map(name -> new Slice(List.of(name), language))
                        : Stream.of(new Slice(
                                assignments().stream()
                                        .filter(name -> isItsTurn(name, language))
                                        .toList(),
                                language)))
                .toList();
    }

    private static List<String> assignments() {
        try (Stream<Path> folders =
                Files.list(Home.ofThisBuild().path("assignments")).sorted()) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve("assignment.properties")))
                    .map(folder -> folder.getFileName().toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isItsTurn(String assignment, String language) {
        return !assignment.equals(MEASURED) && language.equals(assignment.hashCode() % 2 == 0 ? "java" : "python");
    }

    @ParameterizedTest
    @MethodSource("slices")
    void programs_of_an_assignment_get_the_verdicts_they_should(Slice slice) throws Exception {
        assumeTrue(slice.language().equals("java") || pythonWorks(), "python3 is not on the PATH");
        assumeTrue(countsExactly, "processes cannot be counted exactly: ./procgrade doctor says why");
        List<String> command = new ArrayList<>(List.of("verify", "--language", slice.language(), "--speedups=none"));
        command.addAll(slice.assignments());
        if (!ALL) {
            command.addAll(List.of("--only", "reference"));
            for (String assignment : slice.assignments()) {
                command.addAll(List.of("--only", firstBad(assignment, slice.language())));
            }
        }
        var verify =
                home.procgrade(command.toArray(String[]::new)).within(LIMIT).run();

        assertThat(differences(verify.out())).as("%s", verify.err()).isEmpty();
        assertThat(verify.exitCode()).as("%s", verify.out() + verify.err()).isZero();
        assertThat(verify.out()).contains("ok\n").contains("all as expected");
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
                        MEASURED,
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
    void full_marks_of_references_are_counted_on_a_busy_machine() throws Exception {
        var verify = home.procgrade(
                        "verify", "args", "--language", "java", "--repeat", "3", "--hog", "1", "--jobs", "2")
                .within(LIMIT)
                .run();

        assertThat(verify.out()).isEqualTo("args java                full marks 3 of 3 times\n");
        assertThat(verify.exitCode()).as("%s", verify.err()).isZero();
    }

    @Test
    void a_reference_that_fails_is_counted_and_told() throws Exception {
        Path args = Files.createDirectories(course.resolve("args"));
        copy(home.path("assignments/args"), args);
        Path reference = args.resolve("reference/args.py");
        Files.writeString(reference, Files.readString(args.resolve("bad/python/exit_code_1/args.py")));

        var verify = home.procgrade(
                        "verify", "args", "--language", "python", "--repeat", "2", "--assignments", course.toString())
                .within(LIMIT)
                .run();

        assertThat(verify.out())
                .contains("DIFFERS  args python round 1 seed 1: every_process_ends_with_exit_code_0_and_none_is_left: ")
                .contains("DIFFERS  args python round 2 seed 2: ")
                .endsWith("args python              full marks 0 of 2 times\n");
        assertThat(verify.exitCode()).as("%s", verify.err()).isEqualTo(1);
    }

    @Test
    void a_count_goes_on_where_it_was() throws Exception {
        Path record = course.resolve("count.jsonl");
        String[] twoRounds = {
            "verify", "args", "--language", "python", "--speedups=none", "--repeat", "2", "--record", record.toString()
        };
        home.procgrade(twoRounds).within(LIMIT).run();
        // as if it had been killed in the second round
        String planted = "{\"reference\":\"args python\",\"round\":1,\"differences\":[\"planted\"]}";
        Files.writeString(record, Files.readAllLines(record).get(0) + "\n" + planted + "\n{\"refer");

        var verify = home.procgrade(twoRounds).within(LIMIT).run();

        assertThat(verify.out()).isEqualTo("args python              full marks 1 of 2 times\n");
        assertThat(verify.exitCode()).as("%s", verify.err()).isEqualTo(1);
        assertThat(Files.readAllLines(record)).hasSize(3).contains("{\"reference\":\"args python\",\"round\":2}");
        var without =
                home.procgrade("verify", "args", "--record", record.toString()).run();
        assertThat(without.exitCode()).isEqualTo(2);
        assertThat(without.err()).contains("error: --record keeps the count of --repeat N");
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

    private static boolean pythonWorks() throws InterruptedException {
        try {
            return Command.of(Path.of("python3"), List.of("--version")).run().exitCode() == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
