package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PreloadTests {
    @Test
    void names_only_classes_that_there_are() {
        assertThat(Preload.NAMES).allMatch(Preload::load).doesNotHaveDuplicates();
    }

    @Test
    void passes_over_a_class_that_is_not_there() {
        assertThat(Preload.load("procgrade.multiprocessing.NoSuchClass")).isFalse();
    }
}
