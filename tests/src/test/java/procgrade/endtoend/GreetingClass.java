package procgrade.endtoend;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A course with one small assignment that is graded within a second, and a class that hands in all kinds of programs. */
final class GreetingClass {
    private static final String RUBRIC = """
            import procgrade.rubric.Check;
            import procgrade.rubric.Inputs;
            import procgrade.rubric.Program;
            import procgrade.rubric.RubricFor;

            @RubricFor("greeting")
            class GreetingRubric {
                @Check(points = 4)
                void greets_by_number(Program program, Inputs inputs) {
                    int number = inputs.between(1, 1000);
                    program.run(number).printsLines("hello " + number);
                }

                @Check(points = 2, needs = "greets_by_number")
                void greets_zero(Program program) {
                    program.run(0).printsLines("hello 0");
                }
            }
            """;
    private static final String GOOD = "import sys\nprint('hello', sys.argv[1])\n";
    private static final List<String> PROGRAMS = List.of(
            GOOD,
            "print('hello')\n",
            "import sys\nprint('hello', sys.argv[1] if sys.argv[1] != '0' else 'nobody')\n",
            "raise SystemExit('no idea')\n",
            "import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()\n",
            "print('hello\n",
            "import os\nopen('/proc/self/oom_score_adj')\nos._exit(3)\n");

    private final Path folder;

    GreetingClass(Path folder) throws IOException {
        this.folder = folder;
        write("course/greeting/README.md", "# Greeting\n");
        write("course/greeting/assignment.properties", "java=Greeting\npython=greeting.py\nrun.seconds=10\n");
        write("course/greeting/rubric/GreetingRubric.java", RUBRIC);
        write("course/greeting/skeleton/greeting.py", "pass\n");
        write("course/greeting/skeleton/Greeting.java", "class Greeting {}\n");
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    /** A student hands in a right program. */
    void good(String student) throws IOException {
        program(student, GOOD);
    }

    /** A student hands in a program. */
    void program(String student, String source) throws IOException {
        write("class/" + student + "/greeting.py", source);
    }

    /** A student hands in an archive that was cut off. */
    void brokenArchive(String student) throws IOException {
        Path file = folder.resolve("class").resolve(student + ".zip");
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("greeting.py"));
            zip.write(GOOD.getBytes(StandardCharsets.UTF_8));
        }
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
    }

    /** So many students hand in, in turn, programs that are right, wrong in all kinds of ways, or hang. */
    void mixed(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            String own = "# the program of number " + i + "\n";
            program(String.format("student%03d", i), own + PROGRAMS.get(i % PROGRAMS.size()));
        }
    }

    /** Changes the rubric. */
    void changeRubric(String from, String to) throws IOException {
        write("course/greeting/rubric/GreetingRubric.java", RUBRIC.replace(from, to));
    }

    /** The words of a batch of this class into a folder. */
    List<String> batch(String output, String... options) {
        List<String> words = new ArrayList<>(
                List.of("batch", "greeting", "class", "--assignments", "course", "--output", output, "--seed", "7"));
        words.addAll(List.of(options));
        return words;
    }
}
