package procgrade.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import procgrade.observe.Architecture;
import procgrade.observe.ProcFs;
import procgrade.observe.ProcessStarts;
import procgrade.observe.Strace;

/** The machine procgrade runs on. */
final class ThisMachine implements Machine {
    private static final long TOOL_SECONDS = 10;
    private static final int OUTPUT_BYTES = 4096;

    private final ProcFs proc;

    ThisMachine(ProcFs proc) {
        this.proc = proc;
    }

    @Override
    public ProcFs proc() {
        return proc;
    }

    @Override
    public Architecture architecture() {
        return Architecture.ofThisMachine();
    }

    @Override
    public Runtime.Version javaVersion() {
        return Runtime.version();
    }

    @Override
    public Path javaHome() {
        return Path.of(System.getProperty("java.home"));
    }

    @Override
    public boolean isExecutable(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }

    @Override
    public Optional<Path> find(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return List.of(path.split(File.pathSeparator)).stream()
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(this::isExecutable)
                .findFirst();
    }

    /** The output goes to a file: a pipe would be kept open by any process that the tool leaves behind. */
    @Override
    public ToolRun run(String... command) {
        Path output = null;
        try {
            output = Files.createTempFile("procgrade-", ".txt");
            Process process = ProcessStarts.start(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(output.toFile()));
            return outcome(process, output);
        } catch (IOException cause) {
            return new ToolRun(ToolRun.Outcome.NOT_STARTED, -1, String.valueOf(cause.getMessage()));
        } finally {
            delete(output);
        }
    }

    private static ToolRun outcome(Process process, Path output) throws IOException {
        boolean ended = false;
        try {
            ended = process.waitFor(TOOL_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
        if (!ended) {
            return new ToolRun(ToolRun.Outcome.TIMED_OUT, -1, "");
        }
        return new ToolRun(ToolRun.Outcome.EXITED, process.exitValue(), firstLine(output));
    }

    private static String firstLine(Path output) throws IOException {
        try (var in = Files.newInputStream(output)) {
            String text = new String(in.readNBytes(OUTPUT_BYTES), Charset.defaultCharset());
            return text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .findFirst()
                    .orElse("");
        }
    }

    @Override
    public Strace strace(List<String> others) {
        return Strace.inFrontOf(others);
    }

    @Override
    public ToolRun makeNamedPipe() {
        Path folder = null;
        Path pipe = null;
        try {
            folder = Files.createTempDirectory("procgrade-");
            pipe = folder.resolve("pipe");
            return run("mkfifo", "-m", "600", pipe.toString());
        } catch (IOException cause) {
            return new ToolRun(ToolRun.Outcome.EXITED, -1, String.valueOf(cause.getMessage()));
        } finally {
            delete(pipe);
            delete(folder);
        }
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException leftover) {
            file.toFile().deleteOnExit();
        }
    }

    @Override
    public OptionalLong freeBytes(Path folder) {
        try {
            boolean usable = Files.isDirectory(folder) && Files.isWritable(folder);
            return usable ? OptionalLong.of(Files.getFileStore(folder).getUsableSpace()) : OptionalLong.empty();
        } catch (IOException unknown) {
            return OptionalLong.empty();
        }
    }

    @Override
    public BlockedChild startBlockedChild() throws IOException {
        Process process = ProcessStarts.start(new ProcessBuilder("cat")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD));
        return new Cat(process);
    }

    @Override
    public void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }

    private record Cat(Process process) implements BlockedChild {
        @Override
        public long pid() {
            return process.pid();
        }

        @Override
        public void close() {
            process.destroyForcibly();
            process.onExit().join();
        }
    }
}
