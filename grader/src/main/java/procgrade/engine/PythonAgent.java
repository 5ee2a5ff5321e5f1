package procgrade.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import procgrade.assignment.Language;
import procgrade.build.Program;
import procgrade.submission.EnvironmentFault;

/**
 * Modules that every interpreter of a Python program loads at its start, without a change of the program; {@code
 * docs/python-agent.md} says what they do.
 */
final class PythonAgent {
    /** The files of the agent, in the resources of package {@code procgrade.python}. */
    static final List<String> FILES = List.of(
            "sitecustomize.py",
            "procgrade_processes.py",
            "procgrade_stacks.py",
            "procgrade_report.py",
            "procgrade_objects.py",
            "procgrade_pipes.py");

    private static final String RESOURCES = "/procgrade/python/";
    private static final String VARIABLE = "PYTHONPATH";

    private final Path folder;

    private PythonAgent(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes a copy that programs can read.
     *
     * @param workspace where to put it
     * @throws EnvironmentFault if there is no room
     */
    static PythonAgent in(Workspace workspace) {
        Path folder = workspace.folder("python-agent");
        for (String file : FILES) {
            try (InputStream content = PythonAgent.class.getResourceAsStream(RESOURCES + file)) {
                if (content == null) {
                    throw new IllegalStateException("there is no " + file + " in procgrade's own jar");
                }
                Files.write(folder.resolve(file), content.readAllBytes());
            } catch (IOException cause) {
                throw new EnvironmentFault(
                        "cannot write to " + folder + ": " + EnvironmentFault.reason(cause), "make room there");
            }
        }
        return new PythonAgent(folder);
    }

    /** {@return the program, made to load the agent if it is one in Python} */
    Program into(Program program) {
        if (program.language() != Language.PYTHON) {
            return program;
        }
        List<Path> readable = new ArrayList<>(program.readable());
        readable.add(folder);
        Map<String, String> environment = new HashMap<>(program.environment());
        environment.merge(VARIABLE, folder.toString(), (others, agent) -> agent + ":" + others);
        return new Program(
                program.language(), program.name(), program.command(), program.folder(), readable, environment);
    }
}
