package procgrade.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ObservedTests {
    @Test
    void a_known_fact_has_a_value() {
        Observed<String> fact = Observed.of("x");

        assertThat(fact.isKnown()).isTrue();
        assertThat(fact.value()).isEqualTo("x");
        assertThat(fact.toOptional()).contains("x");
        assertThat(fact).hasToString("x");
    }

    @Test
    void a_fact_without_value_says_why() {
        assertThat(Observed.gone().availability()).isEqualTo(Availability.GONE);
        assertThat(Observed.unreadable()).hasToString("UNREADABLE");
        assertThat(Observed.gone().toOptional()).isEmpty();
        assertThatThrownBy(Observed.unreadable()::value)
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("no value was observed: UNREADABLE");
    }

    @Test
    void null_is_not_a_fact() {
        assertThatThrownBy(() -> Observed.of(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an observed value cannot be null; use gone() or unreadable()");
    }

    @Test
    void parsing_keeps_the_reason_and_makes_nonsense_unreadable() {
        assertThat(Observed.of("12").parse(text -> Optional.of(text.length()))).isEqualTo(Observed.of(2));
        assertThat(Observed.of("12").parse(text -> Optional.empty())).isEqualTo(Observed.unreadable());
        assertThat(Observed.<String>gone().parse(text -> Optional.of(1))).isEqualTo(Observed.gone());
    }

    @Test
    void equality_is_that_of_the_values() {
        assertThat(Observed.of("x")).isEqualTo(Observed.of("x")).hasSameHashCodeAs(Observed.of("x"));
        assertThat(Observed.of("x")).isNotEqualTo(Observed.of("y")).isNotEqualTo(Observed.gone());
        assertThat(Observed.gone()).isNotEqualTo(Observed.unreadable()).isNotEqualTo("GONE");
        assertThat(Observed.gone()).hasSameHashCodeAs(Observed.gone());
    }
}
