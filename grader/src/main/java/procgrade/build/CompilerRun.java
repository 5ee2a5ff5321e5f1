package procgrade.build;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.exec.CommandLine;
import org.apache.commons.exec.DefaultExecutor;
import org.apache.commons.exec.ExecuteWatchdog;
import org.apache.commons.exec.PumpStreamHandler;
import procgrade.submission.EnvironmentFault;

/**
 * One run of a compiler to its end.
 *
 * @param exitCode of the compiler
 * @param timedOut whether it was killed because it took too long
 * @param output the beginning of what it wrote, decoded as UTF-8
 */
record CompilerRun(int exitCode, boolean timedOut, String output) {
    private static final int OUTPUT_BYTES = 1 << 18;

    /** Not the grader's environment: JAVA_TOOL_OPTIONS or PYTHONPATH would change what compilers say and do. */
    private static final Map<String, String> ENVIRONMENT = Map.of("PATH", "/usr/bin:/bin", "LC_ALL", "C.UTF-8");

    /**
     * Runs a compiler. Unlike programs of students it leaves no processes behind, so commons-exec's own pumps and
     * watchdog are enough.
     *
     * @param stoppable is told how to end it early
     * @throws EnvironmentFault if it cannot be started
     */
    static CompilerRun of(BuildTools tools, List<String> command, Path folder, Consumer<Runnable> stoppable) {
        CommandLine line = commandLine(tools.prefix(), command);
        var output = new Beginning();
        ExecuteWatchdog watchdog =
                ExecuteWatchdog.builder().setTimeout(tools.limit()).get();
        DefaultExecutor executor = DefaultExecutor.builder()
                .setWorkingDirectory(folder.toFile())
                .setExecuteStreamHandler(new PumpStreamHandler(output))
                .get();
        executor.setWatchdog(watchdog);
        executor.setExitValues(null); // every exit code is an answer, none an exception
        stoppable.accept(watchdog::destroyProcess);
        try {
            int exitCode = executor.execute(line, ENVIRONMENT);
            return new CompilerRun(exitCode, watchdog.killedProcess(), output.text());
        } catch (IOException cause) {
            // 'Cannot run program "x" (in directory "y"): error=2, No such file or directory'
            String reason = String.valueOf(cause.getMessage()).replaceFirst("^.*error=[0-9]+, ", "");
            throw new EnvironmentFault(
                    "cannot start " + line.getExecutable() + ": " + reason.toLowerCase(Locale.ROOT),
                    "'procgrade doctor' shows what this machine lacks");
        }
    }

    private static CommandLine commandLine(List<String> prefix, List<String> command) {
        List<String> words = Stream.concat(prefix.stream(), command.stream()).toList();
        CommandLine line = new CommandLine(words.get(0));
        // Quoting is for shells; there is none here.
        words.subList(1, words.size()).forEach(word -> line.addArgument(word, false));
        return line;
    }

    /** Keeps the beginning of a text and forgets the rest, so that no source can make a compiler fill the memory. */
    private static final class Beginning extends OutputStream {
        private final ByteBuffer kept = ByteBuffer.allocate(OUTPUT_BYTES);

        @Override
        public synchronized void write(int value) {
            if (kept.hasRemaining()) {
                kept.put((byte) value);
            }
        }

        @Override
        public synchronized void write(byte[] bytes, int offset, int count) {
            kept.put(bytes, offset, Math.min(count, kept.remaining()));
        }

        synchronized String text() {
            return new String(kept.array(), 0, kept.position(), StandardCharsets.UTF_8);
        }
    }
}
