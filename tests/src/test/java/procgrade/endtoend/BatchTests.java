package procgrade.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A class, graded as somebody who teaches does it; {@code -Dprocgrade.class=300} grades one of 300 end to end. */
class BatchTests {
    private static final int SIZE = Integer.getInteger("procgrade.class", 7);

    @TempDir
    private Path folder;

    private Workbench bench;
    private GreetingClass greeting;

    @BeforeEach
    void make_a_course() throws IOException {
        bench = new Workbench(folder);
        greeting = new GreetingClass(folder);
    }

    private Command batch(String... options) {
        return bench.procgrade(greeting.batch("graded", options).toArray(String[]::new));
    }

    private List<String> rows() throws IOException {
        return Files.readAllLines(bench.path("graded/gradebook.jsonl"));
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void a_mixed_class_is_graded_whatever_a_submission_does() throws Exception {
        greeting.mixed(SIZE);
        greeting.brokenArchive("zoe");
        String all = Integer.toString(SIZE + 1);

        var outcome = bench.procgrade(greeting.batch("graded").toArray(String[]::new))
                .within(Duration.ofSeconds(60 + 2L * SIZE))
                .run();

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .startsWith("class: folder of submissions (--layout folder), ")
                .contains("\n" + all + " of " + all + " ")
                .containsPattern("student000 +6 points +passed")
                .containsPattern("student001 +0 points +wrong output")
                .containsPattern("student002 +4 points +wrong output")
                .containsPattern("student003 +0 points +crashed")
                .containsPattern("student004 +0 points +deadlock")
                .containsPattern("student005 +0 points +build failed")
                .containsPattern("zoe +refused")
                .contains("\n" + all + " in the gradebook: " + (SIZE + 6) / 7 + " passed, ")
                .endsWith("results are in " + bench.path("graded") + "\n");
        assertThat(rows()).hasSize(SIZE + 1).allMatch(row -> row.startsWith("{"));
        assertThat(bench.path("graded/evidence/student000/greets_by_number/01/stdout.txt"))
                .content()
                .matches("hello [0-9]+\n");
        assertThat(bench.path("graded/index.html")).content().contains("submissions/student000.html");
        assertThat(bench.path("graded/submissions/student000.html"))
                .content()
                .contains("../evidence/student000/greets_by_number/01/stdout.txt")
                .contains("href=\"student001.html\"")
                .doesNotContain("rel=\"prev");
        assertThat(bench.path("graded/submissions/zoe.html")).content().contains("rel=\"prev");
        for (String name : List.of("submissions/zoe.html", "feedback/student004.md", "gradescope/student002.json")) {
            assertThat(bench.path("graded").resolve(name)).isNotEmptyFile();
        }
        assertThat(bench.path("graded/feedback/student004.md")).content().contains("deadlock");
        assertAgreement(new Outputs(bench.path("graded")));
        assertThat(bench.path("graded/summary.md")).content().startsWith("# ");
        assertThat(bench.temporary()).isEmptyDirectory();
    }

    private static void assertAgreement(Outputs outputs) throws IOException {
        Map<String, Double> points = outputs.ofLines();
        assertThat(points).hasSize(SIZE + 1);
        assertThat(outputs.ofTable()).isEqualTo(points);
        assertThat(outputs.ofGradescope()).isEqualTo(points);
        Set<String> full = new TreeSet<>(points.keySet());
        full.removeIf(key -> points.get(key) < 6);
        assertThat(outputs.passedInJUnit()).isEqualTo(full);
        assertThat(outputs.linked()).isEqualTo(points.keySet());
        assertThat(outputs.keys("submissions", ".html")).isEqualTo(points.keySet());
        assertThat(outputs.keys("feedback", ".html")).isEqualTo(points.keySet());
        assertThat(outputs.keys("feedback", ".md")).isEqualTo(points.keySet());
    }

    @Test
    void a_class_is_judged_again_without_running_anything() throws Exception {
        greeting.mixed(3);
        bench.file("canvas.csv", "Student,ID,Greeting (7)\nstudent000,1,\n", StandardCharsets.UTF_8);
        batch("--canvas", "canvas.csv").run();
        greeting.changeRubric("points = 2", "points = 3");

        var outcome = bench.procgrade("rejudge", "graded").run();

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .startsWith("judged 3 again, nothing was run")
                .contains("\ncanvas.csv: 1 grade in the column 'Greeting (7)'")
                .contains("3 in the gradebook: 1 passed, ");
        assertThat(rows().get(0)).contains("\"earned\":7.0");
        assertThat(bench.path("graded/canvas.csv")).content().endsWith("student000,1,7.00\n");
        assertThat(batch().run().out())
                .contains("\n0 to grade, 3 graded already\n")
                .contains("canvas.csv of an earlier start is removed, it is out of date; --canvas fills a new one");
        assertThat(bench.path("graded/canvas.csv")).doesNotExist();
    }

    @Test
    void a_gradebook_is_filled_and_that_of_another_course_is_refused_before_anything_is_graded() throws Exception {
        greeting.good("ada lovelace");
        Path gradebook = bench.file(
                "canvas.csv",
                "Student,ID,SIS User ID,SIS Login ID,Section,Greeting (7)\n    Points Possible,,,,,6\n"
                        + "\"Lovelace, Ada\",1,s1,ada,A,\n",
                StandardCharsets.UTF_8);

        var filled = batch("--canvas", "canvas.csv").run();

        assertThat(filled.err()).isEmpty();
        assertThat(filled.out()).contains("\ncanvas.csv: 1 grade in the column 'Greeting (7)'");
        assertThat(bench.path("graded/canvas.csv")).content().contains("\"Lovelace, Ada\",1,s1,ada,A,6");
        assertThat(gradebook).content().endsWith("ada,A,\n");

        Files.writeString(gradebook, Files.readString(gradebook).replace("Lovelace, Ada", "Hopper, Grace"));
        var other = batch("--canvas", "canvas.csv", "--again", "all").run();
        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(other.err())
                .startsWith("error: none of the 1 people ")
                .contains("canvas.csv")
                .hasLineCount(2);
        assertThat(other.out()).doesNotContain(" to grade");
    }

    @Test
    void started_again_it_does_only_what_has_changed() throws Exception {
        greeting.good("ada");
        greeting.good("bob");
        batch().run();
        List<String> before = rows();

        var again = batch().run();
        assertThat(again.out()).contains("\n0 to grade, 2 graded already\n").doesNotContain(" of 2 ");
        assertThat(rows()).isEqualTo(before);

        greeting.program("bob", "print('hello')\n");
        greeting.good("cai");
        Files.writeString(bench.path("graded/feedback/zoe-who-left.html"), "an old page");
        Files.writeString(bench.path("graded/feedback/Notes.md"), "of somebody who teaches");
        var third = batch().run();
        assertThat(third.out())
                .contains("\n2 to grade (1 changed), 1 graded already, ")
                .contains("\n3 in the gradebook: 2 passed, 1 wrong output\n");
        assertThat(rows()).hasSize(3).contains(before.get(0));
        assertThat(bench.path("graded/feedback/zoe-who-left.html")).doesNotExist();
        assertThat(bench.path("graded/feedback/Notes.md")).exists();

        greeting.changeRubric("points = 2", "points = 3");
        assertThat(batch("--only", "ada").run().out())
                .contains("\n1 to grade (1 changed), 2 left out, ")
                .contains("\n1 in the gradebook: 1 passed\n");
        assertThat(batch("--again", "wrong_output").run().out()).contains("\n2 to grade (2 changed), 1 graded already");
        assertThat(batch("--again", "wrong_output").run().out()).contains("\n1 to grade, 2 graded already");
    }

    @Test
    void an_interrupted_batch_says_how_to_go_on_and_does() throws Exception {
        greeting.mixed(14);
        var started =
                batch("--jobs", "1").by("exec env --default-signal=INT \"$@\"").start();
        started.awaitOutput("\n 2 of 14 ");
        List<ProcessHandle> children = started.process().descendants().toList();

        started.signal("INT");
        var outcome = started.outcome();

        assertThat(outcome.exitCode()).isEqualTo(130);
        assertThat(outcome.out())
                .containsPattern(
                        "\ninterrupted: [0-9]+ of 14 were graded; go on with\n"
                                + "  .*procgrade batch greeting class --assignments course --output graded --seed 7 --jobs 1\n");
        assertThat(children).noneMatch(InterruptionTests::runs);
        assertThat(bench.temporary()).isEmptyDirectory();
        assertThat(bench.path("graded/gradebook.jsonl")).doesNotExist();

        var second = batch().run();
        assertThat(second.exitCode()).isZero();
        assertThat(second.out()).containsPattern("\n[0-9]+ to grade, [0-9]+ graded already");
        assertThat(rows()).hasSize(14);
    }

    @Test
    void a_grader_that_is_killed_leaves_no_temporary_files_for_long() throws Exception {
        greeting.mixed(5);
        var started = batch("--jobs", "1").start();
        started.awaitOutput("\n1 of 5 ");
        started.signal("KILL");
        started.outcome();

        assertThat(batch().run().exitCode()).isZero();

        assertThat(rows()).hasSize(5);
        assertThat(bench.temporary()).isEmptyDirectory();
    }

    @Test
    void what_cannot_be_graded_or_kept_is_told_in_one_line() throws Exception {
        Files.createDirectories(bench.path("class"));
        var empty = batch().run();
        assertThat(empty.exitCode()).isEqualTo(5);
        assertThat(empty.err()).startsWith("error: ").hasLineCount(2);

        greeting.good("ada");
        Files.writeString(bench.path("file"), "");
        var nowhere = bench.procgrade(greeting.batch("file/graded").toArray(String[]::new))
                .run();
        assertThat(nowhere.exitCode()).isEqualTo(4);
        assertThat(nowhere.err()).startsWith("error: cannot write to file/graded: not a directory\nhelp: ");
        assertThat(bench.temporary()).isEmptyDirectory();
    }

    @Test
    void a_full_disk_ends_the_batch_and_with_room_it_goes_on() throws Exception {
        greeting.good("ada");
        Path small = Files.createDirectory(bench.path("small"));
        // a file system of one megabyte, which needs no rights: the sandbox that programs run in
        var full = bench.procgrade(greeting.batch("small/graded").toArray(String[]::new))
                .by("exec bwrap --dev-bind / / --size 1000000 --tmpfs '" + small + "' -- \"$@\"")
                .run();
        assumeTrue(!full.err().contains("bwrap:"), "no bubblewrap here");

        assertThat(full.exitCode()).isEqualTo(4);
        assertThat(full.err())
                .startsWith("error: there are only 0 MB left on the disk of ")
                .contains("start the same command again: what is graded stays");
    }

    @Test
    void nobody_can_read_what_others_handed_in() throws Exception {
        greeting.good("ada");
        String secrets = "['" + bench.path("class/ada") + "', '" + bench.path("graded/hand-ins.jsonl") + "']";
        greeting.program(
                "eve",
                "import os, sys\nassert not any(map(os.path.exists, " + secrets + "))\nprint('hello', sys.argv[1])\n");

        var outcome = batch().run();

        assumeTrue(rows().stream().noneMatch(row -> row.contains("sandbox")), "no sandbox here");
        assertThat(outcome.out()).contains("\n2 in the gradebook: 2 passed\n");
    }
}
