package procgrade.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class, graded as somebody who teaches does it. */
class BatchTests {
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
    void a_mixed_class_is_graded_whatever_a_submission_does() throws Exception {
        greeting.mixed(7);
        greeting.brokenArchive("zoe");

        var outcome = batch().run();

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .startsWith("class: folder of submissions (--layout folder), ")
                .containsPattern("\n8 of 8 ")
                .containsPattern("student000 +6 points +passed")
                .containsPattern("student001 +0 points +wrong output")
                .containsPattern("student002 +4 points +wrong output")
                .containsPattern("student003 +0 points +crashed")
                .containsPattern("student004 +0 points +deadlock")
                .containsPattern("student005 +0 points +build failed")
                .containsPattern("zoe +refused")
                .contains("\n8 in the gradebook: 1 passed, ")
                .endsWith("results are in graded\n");
        assertThat(rows()).hasSize(8).allMatch(row -> row.startsWith("{"));
        assertThat(bench.path("graded/evidence/student000/greets_by_number/01/stdout.txt"))
                .content()
                .matches("hello [0-9]+\n");
        assertThat(bench.temporary()).isEmptyDirectory();
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
        var third = batch().run();
        assertThat(third.out())
                .contains("\n2 to grade (1 changed), 1 graded already, ")
                .contains("\n3 in the gradebook: 2 passed, 1 wrong output\n");
        assertThat(rows()).hasSize(3).contains(before.get(0));

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
        assertThat(children).noneMatch(ProcessHandle::isAlive);
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
        greeting.program(
                "eve",
                "import sys\nfrom pathlib import Path\nfor place in ['" + bench.path("class") + "', '"
                        + bench.path("graded") + "']:\n"
                        + "    assert not Path(place).exists() or not list(Path(place).iterdir()), place\n"
                        + "print('hello', sys.argv[1])\n");

        var outcome = batch().run();

        assumeTrue(!outcome.out().contains("sandbox"), "no sandbox here");
        assertThat(outcome.out()).contains("\n2 in the gradebook: 2 passed\n");
    }
}
