package procgrade.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import procgrade.assignment.Language;
import procgrade.build.Program;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PythonAgentTests {
    @TempDir
    Path folder;

    private Workspace workspace;
    private Program program;

    @BeforeAll
    static void needs_python() throws InterruptedException {
        boolean there;
        try {
            there = new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException missing) {
            there = false;
        }
        assumeThat(there).as("python3 is installed").isTrue();
    }

    @BeforeEach
    void copy_the_agent() {
        workspace = Workspace.create(false);
        Program plain = new Program(
                Language.PYTHON, "x.py", List.of("python3"), folder, List.of(), Map.of("PYTHONDONTWRITEBYTECODE", "1"));
        program = PythonAgent.in(workspace).into(plain);
    }

    @AfterEach
    void remove_it() {
        workspace.close();
    }

    private Path agent() {
        return workspace.folder().resolve("python-agent");
    }

    /** All that python3 prints, to standard error as well. */
    private String python(Map<String, String> variables, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(program.command());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("TMPDIR", folder.toString());
        builder.environment().putAll(program.environment());
        builder.environment().putAll(variables);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.strip();
    }

    @Test
    void all_files_of_the_agent_are_copied() throws Exception {
        Path resources =
                Path.of(PythonAgent.class.getResource("/procgrade/python").toURI());
        try (Stream<Path> files = Files.list(resources)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".py")))
                    .containsExactlyInAnyOrderElementsOf(PythonAgent.FILES);
        }
        assertThat(agent()).isDirectoryContaining("glob:**/sitecustomize.py");
        assertThat(program.readable()).containsExactly(agent());
    }

    @Test
    void a_program_in_java_goes_without() {
        Program java = new Program(Language.JAVA, "X", List.of("java"), folder, List.of(), Map.of());

        assertThat(PythonAgent.in(workspace).into(java)).isEqualTo(java);
    }

    @Test
    void a_program_finds_no_trace_but_the_handler() throws Exception {
        String code =
                "import signal, sys; print([name for name in sys.path + list(sys.modules) if 'procgrade' in name],"
                        + " callable(signal.getsignal(45)))";

        assertThat(python(Map.of(), "-c", code)).isEqualTo("[] True");
    }

    @Test
    void an_isolated_interpreter_goes_without() throws Exception {
        String code = "import signal; print(signal.getsignal(45))";

        for (String option : List.of("-I", "-E", "-S")) {
            assertThat(python(Map.of(), option, "-c", code)).matches("0|Handlers.SIG_DFL");
        }
    }

    @Test
    void the_sitecustomize_that_is_hidden_runs_first() throws Exception {
        Files.writeString(
                folder.resolve("sitecustomize.py"), "import signal; print('hidden', signal.getsignal(45) == 0)\n");
        Map<String, String> path = Map.of("PYTHONPATH", agent() + ":" + folder);

        assertThat(python(path, "-c", "import sitecustomize; print(sitecustomize.__file__)"))
                .isEqualTo("hidden True\n" + folder.resolve("sitecustomize.py"));
    }

    @Test
    void a_hidden_sitecustomize_that_fails_is_reported_as_without_the_agent() throws Exception {
        Files.writeString(folder.resolve("sitecustomize.py"), "import no_such_module\n");
        String code = "import signal; print(callable(signal.getsignal(45)))";

        assertThat(python(Map.of("PYTHONPATH", agent() + ":" + folder), "-c", code))
                .endsWith("True")
                .contains("no_such_module");
    }

    @Test
    void a_module_that_fails_breaks_nothing() throws Exception {
        for (String content : List.of("raise ValueError()", "not python", "\0")) {
            Files.writeString(agent().resolve("procgrade_stacks.py"), content);

            assertThat(python(Map.of(), "-c", "print('fine')")).isEqualTo("fine");
        }
    }

    @Test
    void pipes_and_connections_hold_as_much_as_is_wanted() throws Exception {
        String code = "import fcntl, multiprocessing as mp, os, socket\n"
                + "ends = mp.Pipe()\n"
                + "size = socket.socket(fileno=os.dup(ends[0].fileno())).getsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF)\n"
                + "kept = [mp.Pipe(False)[0], mp.Queue()]\n"
                + "pipes = [os.pipe()[0], kept[0].fileno(), kept[1]._reader.fileno()]\n"
                + "print([fcntl.fcntl(pipe, 1032) for pipe in pipes], size < 100000)";

        assertThat(python(Map.of("PROCGRADE_PIPE_BYTES", "4096"), "-c", code)).isEqualTo("[4096, 4096, 4096] True");
        assertThat(python(Map.of(), "-c", code)).isEqualTo("[65536, 65536, 65536] False");
    }
}
