package procgrade.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import procgrade.submission.SubmissionFault;
import procgrade.submission.SubmittedFile;

class FolderLayoutTests extends CollectorTestCase {
    private static Export threeStudents() {
        return new Export()
                .file("Ada Lovelace/PiMw.java", PROGRAM)
                .file("Ada Lovelace/lib/Worker.java", "class Worker {}")
                .file("alan.zip", new Export().file("alan/PiMw.java", PROGRAM).zip())
                .file("grace.py", "print(3.14)");
    }

    @Test
    void folders_archives_and_sources_are_named_after_students_in_whatever_form_they_come() {
        Collected collected = collectEach(threeStudents());

        assertThat(collected.layout()).isEqualTo(Layout.FOLDER);
        assertThat(collected.handIns()).extracting(HandIn::key).containsExactly("ada-lovelace", "alan", "grace");
        assertThat(collected.handIns()).extracting(HandIn::title).containsExactly("Ada Lovelace", "alan", "grace");
        assertThat(collected.notices()).isEmpty();
    }

    @Test
    void every_hand_in_can_be_read_from_where_it_is_said_to_be() {
        Collected collected = collect(threeStudents().zip(temporary.resolve("lab3.zip")), Optional.empty());

        assertThat(read(byKey(collected, "ada-lovelace")).files())
                .extracting(SubmittedFile::path)
                .containsExactly("PiMw.java", "lib/Worker.java");
        assertThat(read(byKey(collected, "alan")).files())
                .extracting(SubmittedFile::path)
                .containsExactly("PiMw.java");
        assertThat(read(byKey(collected, "grace")).files())
                .extracting(SubmittedFile::path)
                .containsExactly("grace.py");
    }

    @Test
    void what_lies_in_a_folder_is_not_copied() {
        Collected collected = collect(threeStudents().folder(source), Optional.empty());

        assertThat(byKey(collected, "ada-lovelace").origin()).isEqualTo(source.resolve("Ada Lovelace"));
        assertThat(byKey(collected, "alan").origin()).isEqualTo(source.resolve("alan.zip"));
        assertThat(staging).doesNotExist();
    }

    @Test
    void only_what_is_asked_for_is_unpacked() {
        Collected collected = Collector.collect(
                threeStudents().zip(temporary.resolve("lab3.zip")), Optional.empty(), staging, LIMITS);
        assertThat(staging).doesNotExist();

        collected.unpacking().unpack(Set.of("alan"));

        assertThat(read(byKey(collected, "alan")).files()).hasSize(1);
        assertThat(staging.resolve("ada-lovelace")).doesNotExist();
    }

    @Test
    void a_class_that_is_another_one_when_it_is_unpacked_is_refused() {
        Path zip = threeStudents().zip(temporary.resolve("lab3.zip"));
        Collected collected = Collector.collect(zip, Optional.empty(), staging, LIMITS);
        new Export()
                .file("Ada Lovelace/PiMw.java", PROGRAM)
                .file("Ada Lovelace/lib/Worker.java", "class Other {}")
                .zip(zip);

        assertThatThrownBy(() -> collected.unpacking().unpack(keys(collected)))
                .isInstanceOfSatisfying(SubmissionFault.class, fault -> {
                    assertThat(fault).hasMessage(collected.source() + " is not what it was a moment ago");
                    assertThat(fault.wayOut()).isEqualTo("start again when nobody writes to it any more");
                });
    }

    @Test
    void nested_folders_and_leftovers_of_macos_are_taken_off() {
        Export export = new Export()
                .file(
                        "lab3/ada/ada/abgabe.zip",
                        new Export().file("PiMw.java", PROGRAM).zip())
                .file("lab3/ada/ada/.DS_Store", "x")
                .file("lab3/bob/src/PiMw.java", PROGRAM)
                .file("__MACOSX/lab3/ada/._abgabe.zip", "x")
                .file("lab3/.idea/workspace.xml", "x");

        Collected collected = collectEach(export);

        assertThat(collected.handIns()).extracting(HandIn::key).containsExactly("ada", "bob");
        assertThat(collected.handIns())
                .allSatisfy(handIn -> assertThat(read(handIn).files())
                        .extracting(SubmittedFile::path)
                        .containsExactly("PiMw.java"));
        assertThat(collected.notices()).singleElement().asString().endsWith(", folder lab3");
    }

    @Test
    void the_folder_of_the_only_student_is_not_taken_for_the_class() {
        new Export()
                .file("ada/PiMw.java", PROGRAM)
                .file("ada/Worker.java", "class Worker {}")
                .folder(source);

        assertThat(only(collect()).key()).isEqualTo("ada");
    }

    @Test
    void an_archive_with_a_report_beside_it_is_the_hand_in() {
        new Export()
                .file("ada/abgabe.zip", new Export().file("PiMw.java", PROGRAM).zip())
                .file("ada/report.pdf", "%PDF")
                .folder(source);

        HandIn ada = only(collect());

        assertThat(ada.origin()).isEqualTo(source.resolve("ada/abgabe.zip"));
        assertThat(ada.notices()).containsExactly("report.pdf is left out, beside the archive");
    }

    @Test
    void an_archive_beside_sources_is_not_unpacked() {
        new Export()
                .file("ada/old.zip", new Export().file("PiMw.java", "old").zip())
                .file("ada/PiMw.java", PROGRAM)
                .folder(source);

        HandIn ada = only(collect());

        assertThat(ada.origin()).isEqualTo(source.resolve("ada"));
        assertThat(ada.notices()).containsExactly("old.zip is not unpacked, beside sources");
    }

    @Test
    void several_archives_without_sources_are_refused() {
        new Export()
                .file("ada/a.zip", "x")
                .file("ada/b.zip", "x")
                .file("bob/PiMw.java", PROGRAM)
                .folder(source);

        Collected collected = collect();

        assertThat(collected.handIns()).extracting(HandIn::key).containsExactly("bob");
        assertThat(collected.refusals())
                .containsExactly(new Refusal(
                        "ada",
                        List.of(Person.named("ada")),
                        "ada",
                        "there are several archives and no sources: a.zip, b.zip",
                        "leave one of them"));
    }

    @Test
    void files_that_are_no_work_are_named_and_left_out() {
        threeStudents().file("grades.csv", "Student,ID").folder(source);

        Collected collected = collect();

        assertThat(collected.handIns()).hasSize(3);
        assertThat(collected.notices())
                .containsExactly("grades.csv is left out: neither a folder, nor an archive, nor a source");
    }

    @Test
    void a_link_in_place_of_a_submission_is_refused_and_never_followed() {
        new Export().link("eve", "/etc").file("ada/PiMw.java", PROGRAM).folder(source);

        Collected collected = collect();

        assertThat(collected.handIns()).extracting(HandIn::key).containsExactly("ada");
        assertThat(collected.refusals())
                .extracting(Refusal::reason)
                .containsExactly("eve is left out: links are not followed");
    }

    @Test
    void the_folder_of_a_student_without_files_is_refused() {
        new Export().file("eve/", "").file("ada/PiMw.java", PROGRAM).folder(source);

        assertThat(collect().refusals()).extracting(Refusal::reason).containsExactly("there are no files in it");
    }

    @Test
    void the_graders_own_folder_is_no_hand_in() {
        new Export()
                .file("ada/PiMw.java", PROGRAM)
                .file("results/staging/x.java", "")
                .folder(source);

        Collected collected = Collector.collect(source, Optional.empty(), source.resolve("results/staging"), LIMITS);

        assertThat(only(collected).key()).isEqualTo("ada");
    }

    @ParameterizedTest
    @CsvSource({
        "Jörg Müßig, jorg-mussig",
        "Łukasz Żółć, lukasz-zolc",
        "Øystein Ærlig, oystein-aerlig",
        "ada_lovelace, ada_lovelace",
        ".ada.+-, ada",
        "O'Brien (2), o-brien-2"
    })
    void keys_are_of_latin_letters(String name, String key) {
        new Export()
                .file(name.startsWith(".") ? name.substring(1) + "/A.java" : name + "/A.java", "")
                .folder(source);

        assertThat(only(collect()).key()).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({"李明", "Νίκος", "Дарья", "ناصر", "Ada 明"})
    void names_in_other_alphabets_have_keys_with_a_hash_and_keep_their_letters(String name) {
        new Export().file(name + "/A.java", "").folder(source);

        HandIn handIn = only(collect());

        assertThat(handIn.key()).matches("(ada-)?[0-9a-f]{8}");
        assertThat(handIn.title()).isEqualTo(name);
    }

    @Test
    void keys_stay_apart_when_names_differ_in_capitals_or_endings_only_and_that_is_reported() {
        Collected collected = collectEach(new Export()
                .file("Ada/A.java", "1")
                .file("ada/A.java", "2")
                .file("ada.zip", new Export().file("A.java", "3").zip())
                .file("bob/A.java", "4"));

        assertThat(collected.handIns()).hasSize(4).extracting(HandIn::key).doesNotHaveDuplicates();
        assertThat(collected.handIns())
                .extracting(HandIn::key)
                .filteredOn(key -> key.matches("ada-[0-9a-f]{8}"))
                .hasSize(3);
        assertThat(collected.notices()).singleElement().asString().matches("there are 3 hand-ins of [Aa]da: ada-.*");
    }

    @Test
    void keys_do_not_change_when_somebody_else_hands_in() {
        threeStudents().folder(source);
        Collected before = collect();
        new Export().file("Zoë/A.java", "").folder(source);

        assertThat(collect().handIns()).containsAll(before.handIns());
    }

    @Test
    void a_name_of_255_bytes_has_a_key_of_at_most_80_letters() {
        String longest = "ß".repeat(127) + "x";
        collectEach(new Export().file(longest + "/A.java", "").file("bob/A.java", ""))
                .handIns()
                .forEach(handIn -> {
                    assertThat(handIn.key()).matches("[a-z0-9][a-z0-9._-]{0,79}");
                    assertThat(handIn.title()).isIn(longest, "bob");
                });
    }

    @Test
    void the_fingerprint_is_another_for_another_content_name_or_number_of_files() {
        new Export()
                .file("a/A.java", "1")
                .file("b/A.java", "1")
                .file("c/A.java", "2")
                .file("d/B.java", "1")
                .file("e/A.java", "1")
                .file("e/B.java", "")
                .file("f/.git/HEAD", "x")
                .file("f/A.java", "1")
                .folder(source);

        var fingerprints = collect().handIns().stream().map(HandIn::fingerprint).toList();

        assertThat(fingerprints).allMatch(print -> print.matches("[0-9a-f]{64}"));
        assertThat(fingerprints.get(1)).isEqualTo(fingerprints.get(0));
        assertThat(fingerprints.get(5)).isEqualTo(fingerprints.get(0));
        assertThat(List.of(fingerprints.get(0), fingerprints.get(2), fingerprints.get(3), fingerprints.get(4)))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_changed_file_changes_the_fingerprint() throws IOException {
        threeStudents().folder(source);
        String before = byKey(collect(), "ada-lovelace").fingerprint();
        Files.writeString(source.resolve("Ada Lovelace/lib/Worker.java"), "class Worker { }");

        assertThat(byKey(collect(), "ada-lovelace").fingerprint()).isNotEqualTo(before);
    }

    @Test
    void an_empty_class_is_a_fault() throws IOException {
        Files.createDirectory(source);

        assertThatThrownBy(this::collect)
                .isInstanceOf(SubmissionFault.class)
                .hasMessage("nobody handed in anything in " + source)
                .extracting(fault -> ((SubmissionFault) fault).wayOut())
                .isEqualTo("name the folder or archive with the submissions of the class");
    }

    @Test
    void a_source_that_is_not_there_is_a_fault() {
        assertThatThrownBy(this::collect).hasMessage("there is no file or folder " + source);
    }

    @Test
    void a_source_that_is_no_archive_is_a_fault() throws IOException {
        Files.writeString(source, "Rar!");

        assertThatThrownBy(this::collect)
                .isInstanceOf(SubmissionFault.class)
                .hasMessage(source + " is neither a folder nor a zip, tar or tar.gz archive");
    }

    @ParameterizedTest
    @CsvSource({"CANVAS", "MOODLE"})
    void a_layout_that_fits_nothing_is_a_fault(Layout layout) {
        threeStudents().folder(source);

        assertThatThrownBy(() -> collect(source, Optional.of(layout)))
                .isInstanceOf(SubmissionFault.class)
                .hasMessageStartingWith("nothing in " + source + " has the form of the layout ");
    }

    @Test
    void clones_of_repositories_are_known_by_their_owners() {
        Collected collected = collectEach(new Export()
                .file("mp-lab3-ada/.git/HEAD", "ref")
                .file("mp-lab3-ada/PiMw.java", PROGRAM)
                .file("mp-lab3-alan-t/.git/HEAD", "ref")
                .file("mp-lab3-alan-t/src/PiMw.java", PROGRAM)
                .file("mp-lab3-eve/.git/HEAD", "ref"));

        assertThat(collected.layout()).isEqualTo(Layout.CLONES);
        assertThat(collected.handIns()).extracting(HandIn::key).containsExactly("mp-lab3-ada", "mp-lab3-alan-t");
        assertThat(collected.handIns())
                .flatExtracting(HandIn::people)
                .containsExactly(new Person("ada", "ada", ""), new Person("alan-t", "alan-t", ""));
        assertThat(collected.refusals()).extracting(Refusal::reason).containsExactly("there are no files in it");
    }

    @Test
    void a_folder_can_be_forced_on_clones() {
        Path clones =
                new Export().file("ada/.git/HEAD", "ref").file("ada/A.java", "").folder(source);

        assertThat(collect().layout()).isEqualTo(Layout.CLONES);
        assertThat(collect(clones, Optional.of(Layout.FOLDER)).layout()).isEqualTo(Layout.FOLDER);
    }
}
