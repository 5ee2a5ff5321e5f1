package procgrade.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotedTests {
    @Test
    void every_character_can_be_seen() {
        assertThat(Quoted.of("a\tb\"\\\u0007\u00a0é\n\r")).isEqualTo("\"a\\tb\\\"\\\\\\u0007\\u00A0é\\n\\r\"");
        assertThat(Quoted.of("\ud83d\ude00 \udb40\udc41")).isEqualTo("\"\ud83d\ude00 \\x{E0041}\"");
    }

    @Test
    void up_to_eighty_characters_are_shown_in_full() {
        assertThat(Quoted.of("x".repeat(80))).isEqualTo("\"" + "x".repeat(80) + "\"");
        assertThat(Quoted.of("x".repeat(81))).isEqualTo("\"" + "x".repeat(60) + "\"… (81 characters)");
    }

    @Test
    void of_a_long_text_the_part_around_a_place_is_shown() {
        String text = "a".repeat(100) + "b" + "a".repeat(99);

        assertThat(Quoted.around(text, 100))
                .isEqualTo("…\"" + "a".repeat(20) + "b" + "a".repeat(39) + "\"… (200 characters)");
        assertThat(Quoted.around(text, 10)).startsWith("\"aaa").endsWith("\"… (200 characters)");
        assertThat(Quoted.around(text, 199)).startsWith("…\"").endsWith("a\" (200 characters)");
        assertThat(Quoted.around("short", 3)).isEqualTo("\"short\"");
    }
}
