package procgrade.lecture7;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A language of the programs, and how a program in it is started. */
enum Language {
    JAVA {
        @Override
        List<String> command(Program program) {
            var command = new ArrayList<String>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.add("-cp");
            command.add(classes(PiMw.class) + File.pathSeparator + classes(procgrade.multiprocessing.Process.class));
            command.add(program.javaClass());
            return command;
        }
    },
    PYTHON {
        @Override
        List<String> command(Program program) {
            assumeTrue(PYTHON_WORKS, "python3 is not on the PATH");
            return new ArrayList<>(List.of("python3", program.source(this).toString()));
        }
    };

    private static final boolean PYTHON_WORKS = pythonWorks();

    /** The beginning of a command line, the interpreter first, to which the arguments can be added. */
    abstract List<String> command(Program program);

    private static boolean pythonWorks() {
        try {
            return new ProcessBuilder("python3", "-c", "").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a test", e);
        }
    }

    private static Path classes(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("cannot find the classes of " + type, e);
        }
    }
}
