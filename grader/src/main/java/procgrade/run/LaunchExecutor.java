package procgrade.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.exec.CommandLine;
import org.apache.commons.exec.DefaultExecutor;
import org.apache.commons.exec.ExecuteStreamHandler;
import procgrade.observe.ProcessStarts;

/**
 * Commons Exec as the façade, our own start beneath it: standard streams are files, the environment is only what the
 * run says, and waiting for the process is supervising it, in the thread that has started it. (A sandbox is killed when
 * the thread that started it ends.)
 *
 * <p>None of its watchdogs and pumps is used: they end the first process only, and wait for whoever holds a pipe.
 */
final class LaunchExecutor extends DefaultExecutor {
    private final Launch launch;
    private final OutputFiles files;
    private final Supervision supervision;

    // the builder that replaces this constructor cannot make a subclass
    @SuppressWarnings("deprecation")
    LaunchExecutor(Launch launch, OutputFiles files, Supervision supervision) {
        this.launch = launch;
        this.files = files;
        this.supervision = supervision;
        setStreamHandler(new NoPumps());
        setExitValues(null);
    }

    /** Starts the command and supervises it to its end. */
    void execute() throws IOException {
        execute(new CommandLine(launch.command().get(0)), launch.environment());
    }

    @Override
    protected Process launch(CommandLine first, Map<String, String> environment, Path unused) throws IOException {
        // not the words of the line: it takes blanks at the ends of an argument away
        ProcessBuilder builder = new ProcessBuilder(launch.command())
                .directory(launch.folder().toFile())
                .redirectInput(files.stdin().toFile())
                // at the end, wherever that is: a program may open /dev/stdout again, and so cut it to nothing
                .redirectOutput(ProcessBuilder.Redirect.appendTo(files.stdout().toFile()))
                .redirectError(ProcessBuilder.Redirect.appendTo(files.stderr().toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new Supervised(ProcessStarts.start(builder), supervision);
    }

    /** Waiting for this process means to supervise it. */
    private static final class Supervised extends Process {
        private final Process process;
        private final Supervision supervision;

        Supervised(Process process, Supervision supervision) {
            this.process = process;
            this.supervision = supervision;
        }

        @Override
        public int waitFor() throws InterruptedException {
            supervision.supervise(process);
            return process.waitFor();
        }

        @Override
        public OutputStream getOutputStream() {
            return process.getOutputStream();
        }

        @Override
        public InputStream getInputStream() {
            return process.getInputStream();
        }

        @Override
        public InputStream getErrorStream() {
            return process.getErrorStream();
        }

        @Override
        public int exitValue() {
            return process.exitValue();
        }

        @Override
        public void destroy() {
            process.destroyForcibly();
        }
    }

    /** The streams are files. */
    private static final class NoPumps implements ExecuteStreamHandler {
        @Override
        public void setProcessInputStream(OutputStream unused) {}

        @Override
        public void setProcessErrorStream(InputStream unused) {}

        @Override
        public void setProcessOutputStream(InputStream unused) {}

        @Override
        public void start() {}

        @Override
        public void stop() {}
    }
}
