package procgrade.collect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonTests {
    @ParameterizedTest
    @ValueSource(strings = {"Zoë Brontë", "bronte, zoe", "ZOE BRONTE", "brontezoe", "zoëbrontë"})
    void a_person_is_known_by_each_spelling_of_the_name(String spelling) {
        assertThat(Person.named("Zoë Brontë").isCalled(spelling)).isTrue();
        assertThat(Person.named(spelling).isCalled("Zoë Brontë")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zoë", "Brontë Anne", "", "-"})
    void another_name_is_another_person_s(String other) {
        assertThat(Person.named("Zoë Brontë").isCalled(other)).isFalse();
    }

    @Test
    void without_a_name_nobody_is_called_anything() {
        assertThat(Person.named("").isCalled("")).isFalse();
    }
}
