package procgrade.observe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The optional program strace(1), by which the kernel reports each process that is born and ends, however short it
 * lives. With {@code --seccomp-bpf} only these system calls cost anything; still it is nothing for runs that are timed,
 * and nobody else can debug the program meanwhile.
 *
 * @param works whether a trial gave the right log
 * @param reason why not, in words for a reader; empty if it works
 */
public record Strace(boolean works, String reason) {
    // SIGCHLD is of no interest, but without other signals there would be no line for a process that one has killed.
    // strace stops a new thread at every call until it has seen one of those wanted from it. The first that the C
    // library makes in a thread and in a child is set_robust_list; umask is the first rare one of the process by which
    // bubblewrap makes its namespaces, which does without the C library. What set_tid_address is for says InnerPids
    private static final List<String> COMMAND = List.of(
            "strace",
            "-f",
            "-q",
            "--seccomp-bpf",
            "-ttt",
            "-s",
            Integer.toString(StraceLine.LONGEST_WORD),
            "-e",
            "trace=clone,?clone3,?fork,?vfork,execve,?execveat,?set_robust_list,?set_tid_address,umask",
            "-e",
            "signal=!SIGCHLD",
            "-o");
    private static final List<String> TRIAL = List.of("/bin/sh", "-c", "/bin/sh -c 'exit 5'; exit 7");
    private static final long TRIAL_SECONDS = 10;
    private static final int MOST_MEBIBYTES = 32;

    /** {@return whether strace works on this machine, by a trial of some milliseconds} */
    public static Strace ofThisMachine() {
        return inFrontOf(List.of());
    }

    /**
     * Tries it with another program, such as the sandbox, between strace and the program to be recorded.
     *
     * @param others the command line of that program, to which a command can be appended; possibly empty
     * @return whether strace works there
     */
    public static Strace inFrontOf(List<String> others) {
        try {
            Path log = Files.createTempFile("procgrade-strace", ".log");
            try {
                return tryOut(others, log);
            } finally {
                Files.deleteIfExists(log);
            }
        } catch (IOException e) {
            return new Strace(false, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Strace(false, "interrupted while strace was tried");
        }
    }

    private static Strace tryOut(List<String> others, Path log) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(commandPrefix(log));
        command.addAll(others);
        command.addAll(TRIAL);
        Path said = Files.createTempFile("procgrade-strace", ".txt");
        try {
            Process process = start(command, said);
            boolean ended = process.waitFor(TRIAL_SECONDS, TimeUnit.SECONDS);
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            int code = process.destroyForcibly().waitFor();
            return judge(ended, code, Files.readString(log, StandardCharsets.ISO_8859_1), firstLine(said));
        } finally {
            Files.deleteIfExists(said);
        }
    }

    private static Process start(List<String> command, Path said) throws IOException {
        try {
            return ProcessStarts.start(
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()));
        } catch (IOException e) {
            throw new IOException("there is no program strace on the PATH", e);
        }
    }

    private static String firstLine(Path said) throws IOException {
        return new String(Files.readAllBytes(said), StandardCharsets.ISO_8859_1)
                .lines()
                .findFirst()
                .map(line -> Printable.of(line.getBytes(StandardCharsets.ISO_8859_1)))
                .orElse("");
    }

    /** The log must have both shells with their exit codes, and know that one has made the other. */
    static Strace judge(boolean ended, int code, String log, String said) {
        if (!ended) {
            return new Strace(false, "strace did not end within " + TRIAL_SECONDS + " s");
        }
        boolean outer = log.lines().anyMatch(line -> line.endsWith("+++ exited with 7 +++"));
        long outerPid = log.lines()
                .filter(line -> line.endsWith("+++ exited with 7 +++"))
                .flatMap(line -> StraceLine.parse(line).stream())
                .mapToLong(StraceLine::tid)
                .findFirst()
                .orElse(0);
        boolean child = outer
                && StraceLog.parse(log.lines(), outerPid).entries().stream()
                        .anyMatch(entry ->
                                entry.parentPid() == outerPid && entry.end().equals(Optional.of(ProcessEnd.exited(5))));
        if (child) {
            return new Strace(true, "");
        }
        return new Strace(
                false,
                said.isEmpty()
                        ? "strace ended with exit code " + code + " and wrote no usable log"
                        : "strace does not work: " + said);
    }

    /**
     * What to put in front of a command to have its processes recorded.
     *
     * @param log the file that strace writes
     * @return the first words of the command line
     */
    public static List<String> commandPrefix(Path log) {
        return Stream.concat(COMMAND.stream(), Stream.of(log.toString())).toList();
    }

    /**
     * Reads what strace has written, after the end of the program or while it goes on. Of a log that is larger than
     * {@value #MOST_MEBIBYTES} MiB the rest is left out, and it is not complete.
     *
     * <p>Processes that the grader has killed count as alive at the end: those that SIGKILL ended after the program's first
     * process had ended, or after the log had reached a certain size.
     *
     * @param log the file
     * @param programPid pid of the program's first process, as seen by the grader
     * @param bytesBeforeKilling how large the log was when the grader stopped the program; empty if it did not
     * @return the processes; none, and not complete, if the log cannot be read
     */
    public static ProcessLog read(Path log, long programPid, OptionalLong bytesBeforeKilling) {
        try (InputStream in = Files.newInputStream(log)) {
            byte[] content = in.readNBytes(MOST_MEBIBYTES << 20);
            boolean whole = in.read() < 0;
            long before = bytesBeforeKilling.orElse(Long.MAX_VALUE);
            int killedFrom = before >= content.length ? Integer.MAX_VALUE : linesIn(content, (int) before);
            Stream<String> lines = new String(content, StandardCharsets.ISO_8859_1).lines();
            ProcessLog read = StraceLog.parse(lines, programPid, killedFrom);
            return new ProcessLog(read.method(), read.entries(), whole && read.complete());
        } catch (IOException unreadable) {
            return new ProcessLog(ProcessLog.Method.STRACE, List.of(), false);
        }
    }

    private static int linesIn(byte[] content, int length) {
        int lines = 0;
        for (int i = 0; i < length; i++) {
            lines += content[i] == '\n' ? 1 : 0;
        }
        return lines;
    }
}
