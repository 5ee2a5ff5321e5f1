package procgrade.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PackageGraphTests {
    private static PackageGraph graph(Map<String, Set<String>> uses) {
        return new PackageGraph(uses);
    }

    @Test
    void two_equal_graphs_have_no_differences() {
        var graph = graph(Map.of("p.a", Set.of("p.b"), "p.b", Set.of()));

        assertThat(graph.differencesFrom(graph)).isEmpty();
    }

    @Test
    void a_new_arrow_is_named() {
        var now = graph(Map.of("p.a", Set.of("p.b"), "p.b", Set.of()));
        var reviewed = graph(Map.of("p.a", Set.of(), "p.b", Set.of()));

        assertThat(now.differencesFrom(reviewed))
                .containsExactly("new dependency p.a -> p.b: remove it, or add it to package-dependencies.txt"
                        + " and have it reviewed");
    }

    @Test
    void an_arrow_that_no_longer_exists_is_named() {
        var now = graph(Map.of("p.a", Set.of(), "p.b", Set.of()));
        var reviewed = graph(Map.of("p.a", Set.of("p.b"), "p.b", Set.of()));

        assertThat(now.differencesFrom(reviewed))
                .containsExactly("dependency p.a -> p.b no longer exists: remove it from package-dependencies.txt");
    }

    @Test
    void a_new_package_without_arrows_is_named() {
        assertThat(graph(Map.of("p.a", Set.of())).differencesFrom(graph(Map.of())))
                .containsExactly("new package p.a: add it with what it may use to package-dependencies.txt");
    }

    @Test
    void a_package_that_no_longer_exists_is_named() {
        assertThat(graph(Map.of()).differencesFrom(graph(Map.of("p.a", Set.of()))))
                .containsExactly("package p.a no longer exists: remove it from package-dependencies.txt");
    }

    @Test
    void a_circle_is_named_once_with_the_way_around_it() {
        var graph = graph(Map.of("p.a", Set.of("p.b"), "p.b", Set.of("p.c"), "p.c", Set.of("p.b")));

        assertThat(graph.cycles()).containsExactly("packages depend on each other in a circle: p.b -> p.c -> p.b");
    }

    @Test
    void two_ways_to_the_same_package_are_no_circle() {
        var graph = graph(Map.of("p.a", Set.of("p.b", "p.c"), "p.b", Set.of("p.d"), "p.c", Set.of("p.d")));

        assertThat(graph.cycles()).isEmpty();
    }

    @Test
    void a_name_that_fits_any_package_is_named() {
        assertThat(graph(Map.of("p.util", Set.of(), "p.run", Set.of())).emptyNames())
                .containsExactly("package name p.util does not say what the package is for: name its purpose");
    }

    @Test
    void a_name_that_only_contains_such_a_word_is_fine() {
        assertThat(graph(Map.of("p.utilization", Set.of())).emptyNames()).isEmpty();
    }
}
