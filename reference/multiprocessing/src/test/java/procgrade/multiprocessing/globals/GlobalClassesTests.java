package procgrade.multiprocessing.globals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import procgrade.multiprocessing.programs.Greeting;
import procgrade.multiprocessing.programs.globals.Everything;
import procgrade.multiprocessing.programs.globals.Reports;

final class GlobalClassesTests {
    private final List<String> reports = new ArrayList<>();

    private Collection<Class<?>> found(Class<?> root) {
        return GlobalClasses.from(List.of(root), reports::add);
    }

    @Test
    void are_the_nest_its_superclasses_and_what_they_mention_as_far_as_it_is_harmless() {
        assertThat(found(Everything.class))
                .extracting(Class::getSimpleName)
                .contains("Everything", "Base", "Nested", "Deeper", "Limits", "Color", "Elsewhere", "Computed")
                .contains("Constants")
                .doesNotContain("Noisy", "Named", "Process", "Queue", "String");
        assertThat(reports).singleElement().asString().contains("programs.globals.Named are not duplicated");
    }

    @Test
    void that_are_noticed_when_initialized_are_reported_once_and_not_initialized() {
        assertThat(found(Reports.class)).extracting(Class::getSimpleName).doesNotContain("Noisy");
        found(Reports.class);
        assertThat(reports)
                .containsExactly(
                        "the globals of procgrade.multiprocessing.programs.globals.Noisy are not duplicated into"
                                + " child processes: its static initializer does more than create values; name it with"
                                + " Process.shareGlobals(Noisy.class) if the children need them");
    }

    @Test
    void never_belong_to_the_library_or_the_virtual_machine() {
        assertThat(found(Greeting.class))
                .extracting(Class::getPackageName)
                .containsOnly("procgrade.multiprocessing.programs");
        assertThat(found(Integer.class)).isEmpty();
    }
}
