package procgrade.conventions;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The conventions of one module, checked where the module's other tests run. A module inherits them with an empty class
 * and a reviewed table {@code src/test/resources/package-dependencies.txt}, see {@link Review}.
 */
// one instance for all its tests, because reading the sources and classes of a module takes seconds
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ModuleConventions {
    private static final int LONGEST_FILE = 400;
    private static final int LONGEST_METHOD = 40;

    private final Path module;
    private PackageGraph classes;
    private Sources mainSources;
    private Sources testSources;

    /** Checks the module whose folder is the working directory, as Maven sets it for tests. */
    protected ModuleConventions() {
        this(Path.of(""));
    }

    /**
     * Checks a module elsewhere.
     *
     * @param module the folder with {@code src} and {@code target}
     */
    protected ModuleConventions(Path module) {
        this.module = module;
    }

    @Test
    void packages_depend_on_each_other_as_the_reviewed_table_says() throws IOException {
        report(classes().differencesFrom(review().packages()));
    }

    @Test
    void packages_do_not_depend_on_each_other_in_a_circle() {
        report(classes().cycles());
    }

    @Test
    void every_package_name_says_what_the_package_is_for() {
        report(classes().emptyNames());
    }

    @Test
    void only_the_reviewed_packages_use_the_console_or_end_the_program() throws IOException {
        report(mainSources().consoleUsesOutside(review().consolePackages()));
    }

    @Test
    void no_source_file_is_too_long() throws IOException {
        report(mainSources().filesLongerThan(LONGEST_FILE));
        report(testSources().filesLongerThan(LONGEST_FILE));
    }

    @Test
    void no_method_is_too_long() throws IOException {
        report(mainSources().methodsLongerThan(LONGEST_METHOD));
        report(testSources().methodsLongerThan(LONGEST_METHOD));
    }

    private PackageGraph classes() {
        if (classes == null) {
            classes = Jdeps.packagesOf(module.resolve("target/classes"));
        }
        return classes;
    }

    private Review review() throws IOException {
        return Review.read(module.resolve("src/test/resources/package-dependencies.txt"));
    }

    private Sources mainSources() throws IOException {
        if (mainSources == null) {
            mainSources = Sources.under(module.resolve("src/main/java"));
        }
        return mainSources;
    }

    private Sources testSources() throws IOException {
        if (testSources == null) {
            testSources = Sources.under(module.resolve("src/test/java"));
        }
        return testSources;
    }

    private static void report(List<String> offences) {
        if (!offences.isEmpty()) {
            fail(String.join(System.lineSeparator(), offences));
        }
    }
}
