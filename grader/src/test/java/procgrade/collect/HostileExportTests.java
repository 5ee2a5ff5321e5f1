package procgrade.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import procgrade.submission.EnvironmentFault;
import procgrade.submission.SubmissionFault;

/** One hand-in of a class is hostile: it is refused in a line, and the others are collected. */
class HostileExportTests extends CollectorTestCase {
    private static Export friends() {
        return new Export().file("lab3/ada/PiMw.java", PROGRAM).file("lab3/bob/PiMw.java", PROGRAM);
    }

    private Collected collectZip(Export export) {
        return collect(export.zip(temporary.resolve("lab3.zip")), Optional.empty());
    }

    private static Refusal assertOthersCollected(Collected collected) {
        assertThat(collected.handIns()).extracting(HandIn::key).containsExactly("ada", "bob");
        assertThat(collected.refusals()).hasSize(1);
        Refusal refusal = collected.refusals().get(0);
        assertThat(refusal.key()).matches("[a-z0-9][a-z0-9._-]{0,79}");
        assertThat(Stream.of(refusal.entry(), refusal.reason(), refusal.wayOut()))
                .allMatch(line -> !line.isBlank() && !Names.isTricky(line));
        return refusal;
    }

    private void assertNothingOutsideStaging() throws IOException {
        try (Stream<Path> all = Files.walk(temporary)) {
            assertThat(all.map(path -> path.getFileName().toString())).noneMatch(name -> name.startsWith("evil"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "../../evil.java, that leads out of it",
        "/tmp/evil.java, with an absolute path",
        "C:\\Users\\eve\\evil.java, with an absolute path",
        "..\\..\\evil.java, that leads out of it",
        "\\\\server\\share\\evil.java, with an absolute path"
    })
    void an_entry_that_leads_away_belongs_to_nobody_and_is_refused(String name, String problem) throws IOException {
        Refusal refusal = assertOthersCollected(collectZip(friends().file(name, "class X {}")));

        assertThat(refusal.people()).isEmpty();
        assertThat(refusal.reason()).startsWith("there is an entry " + problem + ": ");
        assertNothingOutsideStaging();
    }

    @Test
    void an_entry_that_leads_out_of_a_students_folder_is_that_students() throws IOException {
        Refusal refusal = assertOthersCollected(
                collectZip(friends().file("lab3/eve/A.java", "").file("lab3/eve/../../evil.java", "class X {}")));

        assertThat(refusal.people()).containsExactly(Person.named("eve"));
        assertThat(refusal.reason()).isEqualTo("there is an entry that leads out of it: eve/../../evil.java");
        assertNothingOutsideStaging();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zip", "tar", "tar.gz"})
    void links_in_archives_are_left_out(String form) {
        Export export = friends().link("lab3/eve", "/etc").link("lab3/bob/passwd", "/etc/passwd");
        Path archive = temporary.resolve("lab3." + form);
        Collected collected = collect(
                form.equals("zip")
                        ? export.zip(archive)
                        : form.equals("tar") ? export.tar(archive) : export.tarGz(archive),
                Optional.empty());

        assertThat(assertOthersCollected(collected).reason()).isEqualTo("eve is left out: links are not followed");
        assertThat(byKey(collected, "bob").notices()).containsExactly("bob/passwd is left out: links are not followed");
    }

    @Test
    void a_link_put_where_the_next_entry_writes_through_it_is_harmless() {
        Collected collected =
                collectZip(friends().link("lab3/eve/out", temporary.toString()).file("lab3/eve/out/evil.java", ""));

        assertThat(byKey(collected, "eve").origin()).startsWith(staging);
        assertThat(temporary.resolve("evil.java")).doesNotExist();
    }

    @Test
    void a_bomb_in_the_archive_of_the_class_is_refused() {
        Collected collected =
                collectZip(friends().file("lab3/eve/A.java", "").file("lab3/eve/zeros.txt", new byte[3_000_000]));

        assertThat(assertOthersCollected(collected).reason())
                .isEqualTo("lab3/eve/zeros.txt unpacks to more than 200 times its size");
        assertThat(staging.resolve("eve")).doesNotExist();
    }

    @Test
    void a_bomb_in_a_compressed_tar_of_the_class_costs_nobody_else_anything() {
        Path archive = friends()
                .file("lab3/eve/A.java", "")
                .file("lab3/eve/zeros.txt", new byte[50_000_000])
                .tarGz(temporary.resolve("lab3.tar.gz"));
        assertThat(archive.toFile().length()).as("that is, a 500th").isLessThan(100_000);

        assertThat(assertOthersCollected(collect(archive, Optional.empty())).reason())
                .isEqualTo("zeros.txt has 4 MB, more than the 4 MB that a file may have");
        assertThat(staging.resolve("eve")).doesNotExist();
    }

    @Test
    void more_than_a_submission_may_have_is_refused_in_every_form() {
        var random = new byte[2_100_000];
        new Random(1).nextBytes(random);
        Export export = friends().file("lab3/eve/a.bin", random).file("lab3/eve/b.bin", random);

        for (Path archive :
                new Path[] {export.zip(temporary.resolve("lab3.zip")), export.tarGz(temporary.resolve("lab3.tar.gz"))
                }) {
            assertThat(assertOthersCollected(collect(archive, Optional.empty())).reason())
                    .isEqualTo("the submission has more than 4 MB");
        }
    }

    @Test
    void a_bomb_that_a_student_handed_in_is_left_to_the_reader_of_submissions() {
        byte[] bomb = new Export().file("zeros.java", new byte[3_000_000]).zip();
        Collected collected = collectZip(friends().file("lab3/eve/bomb.zip", bomb));

        HandIn eve = byKey(collected, "eve");
        assertThat(eve.origin()).hasFileName("bomb.zip").hasBinaryContent(bomb);
        assertThatThrownBy(() -> read(eve)).isInstanceOf(SubmissionFault.class);
    }

    @Test
    void too_many_files_and_too_deep_folders_are_refused() {
        Export many = friends();
        for (int i = 0; i < 60; i++) {
            many.file("lab3/eve/A" + i + ".java", "");
        }
        assertThat(assertOthersCollected(collectZip(many)).reason())
                .isEqualTo("the submission has more than 50 files and folders");

        Export deep = friends().file("lab3/eve/1/2/3/4/5/A.java", "").file("lab3/eve/B.java", "");
        assertThat(assertOthersCollected(collectZip(deep)).reason())
                .isEqualTo("there are more than 4 folders within each other");
    }

    @Test
    void one_name_twice_in_an_archive_is_refused() {
        Export export = friends()
                .file("lab3/eve/A.java", "1")
                .file("lab3/eve/A.java", "2")
                .file("lab3/eve/B.java", "");

        assertThat(assertOthersCollected(collectZip(export)).reason())
                .isEqualTo("the submission has two files or folders named A.java");
    }

    @Test
    void a_file_where_a_folder_is_needed_is_refused() {
        Export export = friends().file("lab3/eve/A", "1").file("lab3/eve/A/B.java", "2");

        assertThat(assertOthersCollected(collectZip(export)).people()).containsExactly(Person.named("eve"));
    }

    @Test
    void names_that_differ_in_capitals_only_are_kept_apart_and_reported() {
        Collected collected =
                collectZip(friends().file("lab3/ada/pimw.java", "class pimw {}").file("lab3/ada/PIMW.java", ""));

        assertThat(collected.refusals()).isEmpty();
        assertThat(byKey(collected, "ada").notices())
                .anyMatch(line -> line.startsWith("PiMw.java and pimw.java differ in capital letters only"));
    }

    @Test
    void an_encrypted_entry_is_refused() {
        Path zip = friends().file("lab3/eve/A.java", "secret").zip(temporary.resolve("lab3.zip"));
        Export.encrypt(zip, "lab3/eve/A.java");

        assertThat(assertOthersCollected(collect(zip, Optional.empty())).reason())
                .isEqualTo("the archive lab3.zip is encrypted: lab3/eve/A.java");
    }

    @Test
    void a_damaged_entry_is_refused() {
        Path zip = friends().file("lab3/eve/A.java", PROGRAM.repeat(50)).zip(temporary.resolve("lab3.zip"));
        Export.damage(zip, "lab3/eve/A.java");

        assertThat(assertOthersCollected(collect(zip, Optional.empty())).reason())
                .isEqualTo("A.java is cut off or damaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zip", "tar", "tar.gz"})
    void an_archive_of_a_class_that_is_cut_off_is_a_fault_of_the_whole(String form) throws IOException {
        Path archive = temporary.resolve("lab3." + form);
        var random = new byte[100_000];
        new Random(1).nextBytes(random);
        Export export = friends().file("lab3/zoe/data.bin", random);
        switch (form) {
            case "zip" -> export.zip(archive);
            case "tar" -> export.tar(archive);
            default -> export.tarGz(archive);
        }
        byte[] bytes = Files.readAllBytes(archive);
        Files.write(archive, Arrays.copyOf(bytes, bytes.length / 2));

        assertThatThrownBy(() -> collect(archive, Optional.empty()))
                .isInstanceOf(SubmissionFault.class)
                .hasMessage("the archive " + archive + " is cut off or damaged");
    }

    static Stream<String> trickyNames() {
        return Stream.of("ev\u202ee", "e\u2066ve\u2069", "\u200feve", "ev\ufeffe");
    }

    @ParameterizedTest
    @MethodSource("trickyNames")
    void marks_that_turn_text_around_are_taken_out_of_names_and_reported(String name) {
        for (Collected collected : new Collected[] {
            collectZip(friends().file("lab3/" + name + "/A.java", "")),
            collect(friends().file("lab3/" + name + "/A.java", "").folder(source), Optional.empty())
        }) {
            HandIn eve = byKey(collected, "eve");
            assertThat(eve.title()).isEqualTo("eve");
            assertThat(eve.notices()).containsExactly("characters that nobody sees are left out of the name");
        }
    }

    @Test
    void control_characters_in_names_are_refused() {
        String name = "eve\u001b[2J\n";
        for (Collected collected : new Collected[] {
            collectZip(friends().file("lab3/" + name + "/A.java", "")),
            collect(friends().file("lab3/" + name + "/A.java", "").folder(source), Optional.empty())
        }) {
            assertThat(assertOthersCollected(collected).reason())
                    .startsWith("there is an entry with control characters in its name: eve?[2J?");
        }
    }

    @Test
    void names_of_255_bytes_are_fine_and_longer_ones_are_refused() {
        String longest = "x".repeat(250) + ".java";
        Collected collected = collectZip(friends().file("lab3/ada/" + longest, ""));
        assertThat(byKey(collected, "ada").origin().resolve(longest)).exists();

        assertThat(assertOthersCollected(collectZip(friends().file("lab3/eve/y" + longest, "")))
                        .reason())
                .startsWith("there is an entry with a name of more than 255 bytes");
    }

    @Test
    void a_long_name_of_canvas_is_fine_because_only_the_students_part_is_kept() {
        String longest = "x".repeat(250) + ".java";
        Collected collected = collect(
                new CanvasExport()
                        .file("Lovelace, Ada", 101, 9001, longest, PROGRAM)
                        .export()
                        .zip(temporary.resolve("lab3.zip")),
                Optional.empty());

        assertThat(only(collected).origin()).hasFileName(longest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..\\evil.java", "a\u0007.java"})
    void a_hostile_name_in_an_export_of_canvas_is_that_users(String file) throws IOException {
        Collected collected = collect(
                new CanvasExport()
                        .file("Lovelace, Ada", 101, 9001, "PiMw.java", PROGRAM)
                        .file("Eve", 102, 9002, file, PROGRAM)
                        .export()
                        .zip(temporary.resolve("lab3.zip")),
                Optional.empty());

        assertThat(collected.handIns()).extracting(HandIn::key).containsExactly("lovelaceada-101");
        assertThat(collected.refusals()).hasSize(1);
        assertNothingOutsideStaging();
    }

    @Test
    void an_archive_for_another_class_with_the_same_keys_replaces_the_copies() {
        collectZip(friends().file("lab3/ada/Old.java", ""));
        Collected collected = collectZip(friends().file("lab3/ada/New.java", ""));

        assertThat(byKey(collected, "ada").origin().resolve("New.java")).exists();
        assertThat(byKey(collected, "ada").origin().resolve("Old.java")).doesNotExist();
    }

    @Test
    void a_copy_that_cannot_be_written_is_no_fault_of_the_class() throws IOException {
        Files.writeString(staging, "a file where a folder is needed");

        assertThatThrownBy(() -> collectZip(friends()))
                .isInstanceOf(EnvironmentFault.class)
                .hasMessageStartingWith("cannot write " + staging.resolve("ada"));
    }

    @Test
    void two_people_with_one_name_have_keys_of_their_own_and_a_notice() {
        Collected collected = collectZip(new MoodleExport(false)
                .file("Ada Lovelace", 11, "A.java", "1")
                .file("Ada Lovelace", 12, "A.java", "2")
                .export());

        assertThat(collected.handIns()).extracting(HandIn::key).containsExactly("ada-lovelace-11", "ada-lovelace-12");
        assertThat(collected.notices())
                .containsExactly("there are 2 hand-ins of Ada Lovelace: ada-lovelace-11, ada-lovelace-12");
    }
}
