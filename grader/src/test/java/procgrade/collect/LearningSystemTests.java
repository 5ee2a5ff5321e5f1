package procgrade.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import procgrade.submission.SubmissionFault;
import procgrade.submission.SubmittedFile;

/** Canvas, Moodle and Gradescope. */
class LearningSystemTests extends CollectorTestCase {
    private static final String WORKER = "class Worker {}";

    private List<String> paths(HandIn handIn) {
        return read(handIn).files().stream().map(SubmittedFile::path).toList();
    }

    @Test
    void all_files_with_one_canvas_user_are_one_hand_in() {
        Collected collected = collectEach(new CanvasExport()
                .file("Lovelace, Ada", 101, 9001, "PiMw.java", PROGRAM)
                .late("Turing, Alan", 102, 9003, "abgabe.zip", "x")
                .file("Lovelace, Ada", 101, 9002, "Worker.java", WORKER)
                .export());

        assertThat(collected.layout()).isEqualTo(Layout.CANVAS);
        assertThat(collected.handIns()).extracting(HandIn::key).containsExactly("lovelaceada-101", "turingalan-102");
        HandIn ada = collected.handIns().get(0);
        assertThat(ada.people()).containsExactly(new Person("lovelaceada", "101", ""));
        assertThat(paths(ada)).containsExactly("PiMw.java", "Worker.java");
        assertThat(collected.handIns()).extracting(HandIn::late).containsExactly(false, true);
    }

    @Test
    void numbers_that_canvas_puts_to_files_handed_in_again_are_taken_off_and_the_newest_counts() {
        Collected collected = collectEach(new CanvasExport()
                .file("Lovelace, Ada", 101, 9001, "PiMw.java", "class Old {}")
                .file("Lovelace, Ada", 101, 9010, "PiMw-1.java", PROGRAM)
                .file("Lovelace, Ada", 101, 9002, "Worker-12.java", WORKER)
                .file("Turing, Alan", 102, 9003, "abgabe-2.tar.gz", "x")
                .export());

        HandIn ada = byKey(collected, "lovelaceada-101");
        assertThat(paths(ada)).containsExactly("PiMw.java", "Worker.java");
        assertThat(read(ada).folder().resolve("PiMw.java")).hasContent(PROGRAM);
        assertThat(ada.notices()).containsExactly("of 2 attachments called PiMw.java the newest counts");
        assertThat(byKey(collected, "turingalan-102").notices()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "lovelaceada_101_9001_PiMw.java, lovelaceada, false, 101, 9001, PiMw.java",
        "lovelaceada_LATE_101_9001_PiMw-3.java, lovelaceada, true, 101, 9001, PiMw.java",
        "LATE_anon_x7Qz2_9001_PiMw.java, anon_x7Qz2, true, anon_x7Qz2, 9001, PiMw.java",
        "anon_x7Qz2_9001_pi_mw.py, anon_x7Qz2, false, anon_x7Qz2, 9001, pi_mw.py",
        "müllerjörg_101_9001_01_pi mw.py, müllerjörg, false, 101, 9001, 01_pi mw.py",
        "team_3_101_9001_PiMw.java, team_3, false, 101, 9001, PiMw.java",
        "team_b_101_9001_archive-2.tar.gz, team_b, false, 101, 9001, archive.tar.gz",
        "李明_101_9001_a-b.java, 李明, false, 101, 9001, a-b.java",
        "lovelaceada_101_text.html, lovelaceada, false, 101, 0, ''",
        "lovelaceada_LATE_101_link.html, lovelaceada, true, 101, 0, ''"
    })
    void a_name_of_canvas_tells_who_when_and_what(
            String entry, String name, boolean late, String user, long attachment, String file) {
        assertThat(CanvasName.of(entry)).contains(new CanvasName(name, late, user, attachment, file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PiMw.java", "ada_PiMw.java", "ada_101_PiMw.java", "_1_2_", "ada"})
    void other_names_are_not_of_canvas(String entry) {
        assertThat(CanvasName.of(entry)).isEmpty();
    }

    @Test
    void texts_and_links_cannot_be_graded_unless_there_is_a_file_too() {
        Collected collected = collectEach(new CanvasExport()
                .text("Lovelace, Ada", 101)
                .link("Turing, Alan", 102)
                .text("Hopper, Grace", 103)
                .file("Hopper, Grace", 103, 9001, "pi.py", "print(3)")
                .anonymous("aB3", true, 9002, "pi.py", "print(3)")
                .export());

        assertThat(collected.refusals()).extracting(Refusal::key).containsExactly("lovelaceada-101", "turingalan-102");
        assertThat(collected.refusals())
                .extracting(Refusal::reason)
                .containsOnly("a text or a link was handed in, not a file");
        assertThat(byKey(collected, "hoppergrace-103").notices())
                .containsExactly("the text or link that was handed in is left out");
        HandIn anonymous = byKey(collected, "anon_ab3");
        assertThat(anonymous.late()).isTrue();
        assertThat(anonymous.people()).containsExactly(new Person("anon_aB3", "anon_aB3", ""));
    }

    @Test
    void work_without_a_name_of_canvas_is_refused_and_other_files_are_named() {
        Path folder = new CanvasExport()
                .file("Lovelace, Ada", 101, 9001, "PiMw.java", PROGRAM)
                .export()
                .file("forgotten.java", "class X {}")
                .file("grades.csv", "Student")
                .folder(source);

        Collected collected = collect(folder, Optional.empty());

        assertThat(collected.layout()).isEqualTo(Layout.CANVAS);
        assertThat(collected.refusals()).extracting(Refusal::entry).containsExactly("forgotten.java");
        assertThat(collected.notices())
                .containsExactly("grades.csv is left out: neither a folder, nor an archive, nor a source");
    }

    @Test
    void the_archive_that_was_downloaded_may_lie_in_the_folder_as_it_came() {
        Path folder = new Export()
                .file(
                        "lab3_submissions.zip",
                        new CanvasExport()
                                .file("Lovelace, Ada", 101, 9001, "PiMw.java", PROGRAM)
                                .export()
                                .zip())
                .file("grades.csv", "Student")
                .folder(source);

        Collected collected = collect(folder, Optional.empty());

        assertThat(only(collected).key()).isEqualTo("lovelaceada-101");
        assertThat(collected.source()).isEqualTo(source.resolve("lab3_submissions.zip"));
        assertThat(collected.notices()).containsExactly("the class is in " + source.resolve("lab3_submissions.zip"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void moodle_names_student_and_participant_in_folders_or_flat(boolean flat) {
        Collected collected = collectEach(new MoodleExport(flat)
                .file("Ada Lovelace", 11, "PiMw.java", PROGRAM)
                .file("Ada Lovelace", 11, "Worker.java", WORKER)
                .text("Ada Lovelace", 11)
                .file(
                        "Jörg_Müller-Lüdenscheidt",
                        12,
                        "abgabe.zip",
                        new Export().file("A.java", "").zip())
                .blind(13, "pi_mw.py", "print(3)")
                .text("Grace Hopper", 14)
                .export());

        assertThat(collected.layout()).isEqualTo(Layout.MOODLE);
        assertThat(collected.handIns())
                .extracting(HandIn::key)
                .containsExactly("ada-lovelace-11", "jorg-muller-ludenscheidt-12", "participant-13");
        assertThat(collected.handIns())
                .flatExtracting(HandIn::people)
                .containsExactly(
                        new Person("Ada Lovelace", "11", ""),
                        new Person("Jörg Müller-Lüdenscheidt", "12", ""),
                        new Person("Participant 13", "13", ""));
        HandIn ada = byKey(collected, "ada-lovelace-11");
        assertThat(paths(ada)).containsExactly("PiMw.java", "Worker.java");
        assertThat(ada.notices()).containsExactly("the text that was handed in is left out");
        assertThat(collected.refusals())
                .extracting(Refusal::reason)
                .containsExactly("a text was handed in, not a file");
    }

    @Test
    void folders_that_students_made_in_moodle_are_kept() {
        Collected collected = collectEach(new MoodleExport(false)
                .file("Team Blau", 3, "src/PiMw.java", PROGRAM)
                .file("Team Blau", 3, "lib/Worker.java", WORKER)
                .export());

        assertThat(paths(only(collected))).containsExactly("lib/Worker.java", "src/PiMw.java");
    }

    @Test
    void work_without_a_name_of_moodle_is_refused() {
        Export export = new MoodleExport(false)
                .file("Ada Lovelace", 11, "PiMw.java", PROGRAM)
                .export();
        export.file("stray.java", "").folder(source);

        assertThat(collect().refusals())
                .extracting(Refusal::reason)
                .containsExactly("its name is not one that Moodle gives");
    }

    @Test
    void gradescope_tells_all_who_handed_in_together() {
        Person ada = new Person("Ada Lovelace", "s1", "ada@example.org");
        Person alan = new Person("Alan Turing", "s2", "alan@example.org");
        Collected collected = collectEach(new GradescopeExport()
                .submission(71, "2026-05-01 10:00:00.123456000 Z", List.of(ada, alan), "PiMw.java", PROGRAM)
                .submission(72, "2026-05-01 10:00:00.123456000 Z", List.of(new Person("李明", "", "")), "A.java", "")
                .mention(73, "2026-05-01 10:00:00.123456000 Z", List.of(Person.named("Eve")))
                .export());

        assertThat(collected.layout()).isEqualTo(Layout.GRADESCOPE);
        assertThat(collected.handIns()).extracting(HandIn::key).containsExactly("72", "ada-lovelace-71");
        assertThat(byKey(collected, "ada-lovelace-71").people()).containsExactly(ada, alan);
        assertThat(byKey(collected, "72").title()).isEqualTo("李明");
        assertThat(collected.refusals()).extracting(Refusal::key).containsExactly("eve-73");
        assertThat(collected.refusals())
                .extracting(Refusal::reason)
                .containsExactly("its folder is missing in the export");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-01 09:00:00.000000000 Z, 2026-05-01 10:00:00.000000000 Z, 72",
        "2026-05-01 09:00:00.000000000 -0700, 2026-05-01 10:00:00.000000000 Z, 71",
        "2026-05-01T09:00:00.000Z, 2026-05-01T08:00:00.000Z, 71"
    })
    void of_two_submissions_to_gradescope_by_the_same_people_the_newer_counts(
            String first, String second, String newest) {
        List<Person> ada = List.of(new Person("Ada Lovelace", "s1", "ada@example.org"));
        Collected collected = collectEach(new GradescopeExport()
                .submission(71, first, ada, "PiMw.java", PROGRAM)
                .submission(72, second, ada, "PiMw.java", PROGRAM)
                .export());

        assertThat(only(collected).key()).isEqualTo("ada-lovelace-" + newest);
        assertThat(collected.notices())
                .anyMatch(line -> line.endsWith("submission_" + newest + " of the same student is newer"));
    }

    @Test
    void a_submission_to_gradescope_that_nobody_is_named_for_is_graded_under_its_number() {
        Export export = new GradescopeExport()
                .submission(71, "never", List.of(Person.named("Ada")), "PiMw.java", PROGRAM)
                .export();
        Path folder =
                export.file("assignment_7_export/submission_99/A.java", "").folder(source);

        Collected collected = collect(folder, Optional.empty());

        assertThat(byKey(collected, "submission_99").notices())
                .containsExactly("submission_metadata.yml does not say whose it is");
    }

    @Test
    void broken_metadata_of_gradescope_are_a_fault_with_a_line() {
        new Export()
                .file("submission_metadata.yml", "submission_1:\n  :submitters: [\n: }")
                .file("submission_1/A.java", "")
                .folder(source);

        assertThatThrownBy(this::collect)
                .isInstanceOf(SubmissionFault.class)
                .hasMessageMatching("submission_metadata.yml cannot be read at line [23]");
    }

    @Test
    void without_its_metadata_an_export_of_gradescope_is_a_fault() {
        new Export().file("submission_1/A.java", "").folder(source);

        assertThatThrownBy(() -> collect(source, Optional.of(Layout.GRADESCOPE)))
                .isInstanceOf(SubmissionFault.class)
                .hasMessage("there is no submission_metadata.yml in " + source);
    }
}
