package procgrade.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttendanceTests {
    private static final Person ADA = new Person("Ada Lovelace", "101", "ada@example.org");
    private static final Person ALAN = new Person("Turing, Alan", "102", "alan@example.org");
    private static final Person GRACE = new Person("Grace Hopper", "103", "grace@example.org");

    private final List<HandIn> handIns = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();

    private AttendanceTests handIn(String key, Person... people) {
        handIns.add(new HandIn(key, Arrays.asList(people), false, Path.of(key), "0".repeat(64), List.of()));
        return this;
    }

    private Attendance against(Person... listed) {
        List<Roster.Listed> people = new ArrayList<>();
        for (Person person : listed) {
            Set<String> ids =
                    person.id().isEmpty() ? Set.of() : Set.of(person.id().toLowerCase(Locale.ROOT));
            people.add(new Roster.Listed(person, ids, people.size() + 2));
        }
        return Attendance.of(
                new Roster(people, List.of()),
                new Collected(Layout.FOLDER, Path.of("lab3"), handIns, refusals, List.of(), keys -> {}));
    }

    @Test
    void who_is_missing_twice_or_unknown_is_told() {
        Attendance attendance = handIn("a", new Person("x", "101", ""))
                .handIn("b", Person.named("Ada Lovelace"))
                .handIn("c", Person.named("Mallory"))
                .against(ADA, ALAN);

        assertThat(attendance.known().get("a")).containsExactly(ADA);
        assertThat(attendance.known().get("b")).containsExactly(ADA);
        assertThat(attendance.missing()).containsExactly(ALAN);
        assertThat(attendance.twice()).containsExactly(new Attendance.Twice(ADA, List.of("a", "b")));
        assertThat(attendance.unknown()).containsExactly("c");
        assertThat(attendance.lines())
                .containsExactly(
                        "Turing, Alan is missing",
                        "Ada Lovelace handed in 2 times: a, b",
                        "c is of nobody in the roster");
    }

    @Test
    void nothing_is_to_be_told_if_everybody_handed_in_once() {
        assertThat(handIn("a", ADA, ALAN)
                        .handIn("b", GRACE)
                        .against(ADA, ALAN, GRACE)
                        .lines())
                .isEmpty();
    }

    @Test
    void a_hand_in_that_was_refused_is_not_missing() {
        refusals.add(new Refusal("a", List.of(ADA), "a", "it is a bomb", "ask for it again"));
        refusals.add(new Refusal("b", List.of(), "b", "leads out", "ask for it again"));

        assertThat(against(ADA).lines()).isEmpty();
    }

    @Test
    void the_id_goes_before_the_address_and_that_before_the_name() {
        Attendance attendance = handIn("a", new Person("Grace Hopper", "102", "ada@example.org"))
                .handIn("b", new Person("Grace Hopper", "999", "ADA@example.org"))
                .handIn("c", new Person("Grace Hopper", "999", "x@example.org"))
                .against(ADA, ALAN, GRACE);

        assertThat(attendance.known().get("a")).containsExactly(ALAN);
        assertThat(attendance.known().get("b")).containsExactly(ADA);
        assertThat(attendance.known().get("c")).containsExactly(GRACE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ada Lovelace|ada LOVELACE",
                "Ada Lovelace|Lovelace, Ada",
                "Lovelace, Ada|Ada Lovelace",
                "Ada Lovelace|lovelaceada",
                "Anna Maria Schmidt|schmidtannamaria",
                "Jörg Müller-Lüdenscheidt|mullerludenscheidt_jorg",
                "Jörg Müller-Lüdenscheidt|müllerlüdenscheidtjörg",
                "Conan O'Brien|obrienconan",
                "Straße, Weiße|WEISSE STRASSE",
                "李 明|李明",
                "Νίκος Παπαδόπουλος|ΠΑΠΑΔΟΠΟΥΛΟΣ, ΝΙΚΟΣ",
                "Ａｄａ Lovelace|Ada_Lovelace"
            })
    void names_are_compared_without_case_accents_and_order(String listed, String handedIn) {
        assertThat(handIn("a", Person.named(handedIn))
                        .against(Person.named(listed))
                        .lines())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Ada Lovelace,Ada", "Ada Lovelace,Lovelace Ad A B", "कि,का"})
    void other_names_are_other_people(String listed, String handedIn) {
        assertThat(handIn("a", Person.named(handedIn))
                        .against(Person.named(listed))
                        .unknown())
                .containsExactly("a");
    }

    @Test
    void a_name_that_two_people_have_proves_nothing_and_is_reported() {
        Person other = new Person("Lovelace, Ada", "105", "");
        Attendance attendance = handIn("a", Person.named("Ada Lovelace"))
                .handIn("b", new Person("Ada Lovelace", "105", ""))
                .against(ADA, other);

        assertThat(attendance.known()).containsOnlyKeys("b");
        assertThat(attendance.missing()).containsExactly(ADA);
        assertThat(attendance.unknown()).containsExactly("a");
        assertThat(attendance.notices())
                .containsExactly("a may be of 2 people in the roster: Ada Lovelace, lines 2, 3");
    }

    @Test
    void a_login_may_be_an_address() {
        Person listed = new Person("A. L.", "ada@example.org", "");

        assertThat(handIn("a", new Person("Ada", "", "ada@Example.org"))
                        .against(listed)
                        .lines())
                .isEmpty();
    }
}
