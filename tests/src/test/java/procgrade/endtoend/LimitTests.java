package procgrade.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that use up what a run may have, each in a way of its own; what a run may have is little here. */
class LimitTests {
    private static final String RUBRIC = """
            import procgrade.rubric.*;

            @RubricFor("limits")
            class LimitsRubric {
                @Check(points = 1)
                void ends_though_it_asks_again_and_again(Program program) {
                    program.run("polls").terminates();
                }

                @Check(points = 1)
                void ends_though_it_computes(Program program) {
                    program.run("computes").terminates();
                }

                @Check(points = 1)
                void ends_though_it_prints(Program program) {
                    program.run("prints").terminates();
                }

                @Check(points = 1)
                void ends_though_it_collects(Program program) {
                    program.run("collects").terminates();
                }
            }
            """;
    private static final String PROGRAM = """
            import sys, time

            kept = []
            while True:
                if sys.argv[1] == "polls":
                    time.sleep(0.01)
                elif sys.argv[1] == "prints":
                    print("again and again")
                elif sys.argv[1] == "collects":
                    kept.append(bytearray(b"x" * 1_000_000))
            """;
    private static final Pattern VERDICT = Pattern.compile("\"verdict\" : \"([A-Z_]+)\"");

    @TempDir
    private Path folder;

    private Workbench bench;

    private void write(String name, String text) throws IOException {
        bench.file(name, text, StandardCharsets.UTF_8);
    }

    @Test
    void each_limit_has_its_verdict() throws Exception {
        bench = new Workbench(folder);
        write("course/limits/README.md", "# Limits\n");
        write(
                "course/limits/assignment.properties",
                "java=Limits\npython=limits.py\nrun.seconds=4\nmemory.mebibytes=200\noutput.mebibytes=1\n");
        write("course/limits/rubric/LimitsRubric.java", RUBRIC);
        write("course/limits/skeleton/limits.py", "pass\n");
        write("course/limits/skeleton/Limits.java", "class Limits {}\n");
        write("greedy/limits.py", PROGRAM);

        var outcome = bench.procgrade("check", "limits", "greedy", "--assignments", "course", "--format", "json")
                .run();

        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(1);
        List<String> verdicts = VERDICT.matcher(outcome.out())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(verdicts)
                .as(outcome.out())
                .containsExactly("NO_PROGRESS", "TIME_LIMIT", "OUTPUT_LIMIT", "MEMORY_LIMIT");
        assertThat(bench.temporary()).isEmptyDirectory();
    }
}
