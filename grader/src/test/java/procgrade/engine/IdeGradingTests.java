package procgrade.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import procgrade.build.BuildTools;
import procgrade.rubric.Check;
import procgrade.rubric.Program;
import procgrade.rubric.RubricFor;

/** A rubric that is run as an IDE does it: JUnit knows nothing of procgrade. */
class IdeGradingTests {
    private static final String SUBMISSION = "procgrade.submission";
    private static final String HOME = "procgrade.home";
    private static final String SOLUTION =
            "class Greet { public static void main(String[] a) { System.out.println(\"hello \" + a[0]); } }";

    @TempDir
    private Path home;

    private final Map<String, Optional<Throwable>> results = new LinkedHashMap<>();

    @BeforeEach
    void write_an_assignment() throws IOException {
        assumeTrue(hasPython(), "python3 is not on the PATH");
        writeLibrary();
        write("assignments/greet/assignment.properties", "java=Greet\npython=greet.py\n");
        write("assignments/greet/README.md", "# Greeting\n");
        write("assignments/greet/rubric/GreetRubric.java", "class GreetRubric {}");
        write("assignments/greet/skeleton/Greet.java", "class Greet {}");
        write("assignments/greet/skeleton/greet.py", "# TODO\n");
        write("assignments/greet/reference/Greet.java", SOLUTION);
        write("assignments/greet/bad/python/bye/greet.py", "# expect: greets WRONG_OUTPUT\nprint('bye')\n");
        System.setProperty(HOME, home.toString());
    }

    @AfterEach
    void forget() {
        System.clearProperty(HOME);
        System.clearProperty(SUBMISSION);
    }

    private static boolean hasPython() {
        return BuildTools.ofThisMachine(Path.of("none"), System.getenv())
                .python()
                .isPresent();
    }

    private void writeLibrary() throws IOException {
        Path library = home.resolve("reference/multiprocessing/target/procgrade-multiprocessing.jar");
        Files.createDirectories(library.getParent());
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(library))) {
            jar.putNextEntry(new ZipEntry("empty"));
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void it_is_tried_on_the_reference_solution() {
        run(GreetCase.class);

        assertThat(results).containsOnlyKeys("greets()", "depends()");
        assertThat(results.values()).containsOnly(Optional.empty());
    }

    @Test
    void it_is_tried_on_the_program_that_a_property_names() {
        System.setProperty(
                SUBMISSION, home.resolve("assignments/greet/bad/python/bye").toString());
        run(GreetCase.class);

        assertThat(results.get("greets()"))
                .get()
                .isInstanceOf(AssertionError.class)
                .extracting(Throwable::getMessage)
                .asString()
                .startsWith("WRONG_OUTPUT: ")
                .contains("greet.py you", "\"bye\"", "\"hello you\"");
        assertThat(results.get("depends()")).isEmpty();
    }

    @Test
    void an_assignment_that_is_nowhere_is_a_clear_error() {
        run(NowhereCase.class);

        assertThat(results.values()).hasSize(1);
        assertThat(results.values().iterator().next())
                .get()
                .extracting(Throwable::getMessage)
                .asString()
                .contains("there is no assignment nowhere in the working folder or above", "-Dprocgrade.home=FOLDER");
    }

    @Test
    void the_grader_offers_its_grading_to_every_class_loader() throws IOException {
        try (InputStream services =
                getClass().getResourceAsStream("/META-INF/services/procgrade.rubric.GradingProvider")) {
            assertThat(new String(services.readAllBytes(), StandardCharsets.UTF_8))
                    .contains(IdeGradingProvider.class.getName());
        }
    }

    private void run(Class<?> rubric) {
        TestExecutionListener listener = new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest() || result.getThrowable().isPresent()) {
                    results.put(test.getLegacyReportingName().replaceAll("\\(.*", "()"), result.getThrowable());
                }
            }

            @Override
            public void executionSkipped(TestIdentifier test, String reason) {
                results.put(test.getLegacyReportingName().replaceAll("\\(.*", "()"), Optional.empty());
            }
        };
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(List.of(selectClass(rubric)))
                                .build(),
                        listener);
    }

    @RubricFor("greet")
    static class GreetCase {
        @Check(points = 2)
        void greets(Program program) {
            program.run("you").printsLines("hello you");
        }

        @Check(points = 1, needs = "greets")
        void depends(Program program) {
            program.run("me").terminates();
        }
    }

    @RubricFor("nowhere")
    static class NowhereCase {
        @Check(points = 1)
        void something(Program program) {
            program.run().terminates();
        }
    }
}
