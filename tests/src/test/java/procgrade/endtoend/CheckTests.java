package procgrade.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code procgrade check} as a student, a teaching assistant and a build server use it. */
class CheckTests {
    @TempDir
    private Path folder;

    private Workbench bench;

    @BeforeEach
    void make_room() throws IOException {
        bench = new Workbench(folder);
    }

    @Test
    void in_the_folder_of_a_program_no_argument_is_needed() throws Exception {
        Path link = Files.createSymbolicLink(
                folder.resolve("link"), Home.ofThisBuild().path("procgrade"));

        var outcome = Command.of(link, List.of("check", "--only", Workbench.ONE_CHECK))
                .in(bench.python("good"))
                .with("PROCGRADE_BUILD", "never")
                .run();

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out().lines().toList()).hasSize(4).satisfies(lines -> {
            assertThat(lines.get(0)).matches("start_join  good +built in .* s");
            assertThat(lines.get(1)).matches("  PASS   prints the steps of both in order +.* s");
            assertThat(lines.get(3)).matches("good: 6 of 6 points, 1 passed, seed [0-9]+, .* s");
        });
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void a_failure_is_explained_and_nothing_stays_behind() throws Exception {
        bench.skeleton("half");

        var outcome = bench.procgrade("check", "half", "--seed", "7").run();

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .contains("  FAIL   prints the steps of both in order")
                .contains("           missing: \"task: step 1 of ")
                .contains("         try:  ")
                .contains("  SKIP   the task is a child process\n")
                .contains("\nFAILED prints the steps of both in order - ")
                .containsPattern("\nhalf: 0 of 25 points, 1 failed, 5 skipped, seed 7, .* s\n$");
        assertThat(bench.temporary()).isEmptyDirectory();
    }

    @Test
    void a_build_server_gets_json_junit_xml_and_a_folder_of_records() throws Exception {
        bench.python("Übung 7 – Ada");

        var outcome = bench.check(
                        "Übung 7 – Ada", "--format", "json", "--junit", "ergebnis ü.xml", "--output", "aus gabe")
                .with("LC_ALL", "C")
                .run();

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEqualTo("note: the reports are in aus gabe\n");
        assertThat(outcome.out())
                .contains("\"name\" : \"\\u00dcbung 7 \\u2013 Ada\"")
                .matches("\\p{ASCII}*");
        assertValid(outcome.out());
        assertValid(Files.readString(bench.path("aus gabe/report.json")));
        assertSuite(bench.path("ergebnis ü.xml"));
        assertSuite(bench.path("aus gabe/report.xml"));
        assertThat(bench.path("aus gabe/report.txt")).content().contains("  PASS   prints the steps");
        assertThat(bench.path("aus gabe/evidence/" + Workbench.ONE_CHECK + "/01/stdout.txt"))
                .content()
                .endsWith("main: the task has ended\n");
    }

    @Test
    void checks_beside_each_other_come_to_what_they_come_to_one_after_the_other() throws Exception {
        bench.python("good");

        List<String> alone = graded("1", "alone");

        assertThat(graded("4", "together")).isEqualTo(alone);
        assertThat(alone).contains("every_process_ends_with_exit_code_0_and_none_is_left/01");
    }

    /** What is printed, but for times, and the folders of all runs. */
    private List<String> graded(String jobs, String output) throws Exception {
        var outcome = bench.procgrade("check", "good", "--seed", "7", "--jobs", jobs, "--output", output)
                .run();
        List<String> all = new ArrayList<>(
                outcome.out().replaceAll(" +[0-9.]+ s", "").lines().toList());
        Path evidence = bench.path(output).resolve("evidence");
        try (Stream<Path> folders = Files.walk(evidence, 2)) {
            folders.filter(Files::isDirectory)
                    .map(evidence::relativize)
                    .map(Path::toString)
                    .sorted()
                    .forEach(all::add);
        }
        return all;
    }

    private static void assertValid(String json) throws IOException {
        String schema = Files.readString(Home.ofThisBuild().path("docs/report.schema.json"));
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema, InputFormat.JSON)
                        .validate(json, InputFormat.JSON))
                .isEmpty();
    }

    private static void assertSuite(Path file) throws Exception {
        var suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement();
        assertThat(suite.getAttribute("name")).isEqualTo("start_join Übung 7 – Ada");
        assertThat(suite.getAttribute("tests")).isEqualTo("1");
        assertThat(suite.getAttribute("failures")).isEqualTo("0");
        assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(1);
    }

    /** The second check runs the program three times, with several cores beside the first one. */
    @Test
    void no_run_finds_a_file_that_another_one_has_left() throws Exception {
        Path program = bench.python("leaving").resolve("start_join.py");
        String begin = "if __name__ == \"__main__\":\n";
        String leaving = "    import os\n"
                + "    assert os.listdir() == [\"start_join.py\"], os.listdir()\n"
                + "    open(\"left\", \"w\").close()\n"
                + "    os.chmod(\".\", 0o500)\n";
        Files.writeString(program, Files.readString(program).replace(begin, begin + leaving));

        var outcome = bench.check("leaving", "--only", "main_ends_last_whoever_has_more_steps")
                .run();

        assertThat(outcome.out()).contains(": 11 of 11 points, 2 passed, ");
        assertThat(outcome.exitCode()).isZero();
        assertThat(bench.temporary()).isEmptyDirectory();
    }

    /** Reading one's own files is honest: each run has all of them. */
    @Test
    void a_program_reads_the_data_that_was_handed_in_with_it() throws Exception {
        Path program = bench.python("reading").resolve("start_join.py");
        bench.file("reading/data/last.txt", "main: the task has ended", StandardCharsets.UTF_8);
        String last = "print(\"main: the task has ended\")";
        Files.writeString(program, Files.readString(program).replace(last, "print(open(\"data/last.txt\").read())"));

        var outcome = bench.check("reading", "--only", "main_ends_last_whoever_has_more_steps")
                .run();

        assertThat(Files.readString(program)).doesNotContain(last);
        assertThat(outcome.out()).contains(": 11 of 11 points, 2 passed, ");
    }

    @Test
    void the_working_folder_is_kept_on_request() throws Exception {
        bench.python("good");

        var outcome = bench.check("good", "--keep").run();

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).startsWith("note: the working folder is " + bench.temporary() + "/procgrade-");
        assertThat(Path.of(outcome.err().strip().replaceFirst("^.* is ", "")))
                .isDirectoryContaining("glob:**/submission");
    }

    @Test
    void an_unknown_check_is_named_with_those_there_are_and_earlier_records_stay() throws Exception {
        bench.python("good");
        bench.file("kept/evidence/README.txt", "the mark", StandardCharsets.UTF_8);
        Path record = bench.file("kept/evidence/grading.json", "{}", StandardCharsets.UTF_8);

        var outcome = bench.procgrade("check", "good", "--only", "the_tsk_is_a_child", "--output", "kept")
                .run();

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err())
                .startsWith(
                        "error: unknown check 'the_tsk_is_a_child'\nhelp: did you mean the_task_is_a_child_process, ");
        assertThat(record).exists();
    }
}
