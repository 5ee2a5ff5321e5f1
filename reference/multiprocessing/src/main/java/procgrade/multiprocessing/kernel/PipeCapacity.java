package procgrade.multiprocessing.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;

/**
 * Sets the capacity of data pipes from outside the program (F_SETPIPE_SZ, {@code fcntl(2)}), so that
 * deadlocks that only a full buffer shows do show.
 *
 * <p>Java cannot call fcntl, so perl or python3 sets it on the pipe while this process has it open.
 */
final class PipeCapacity {
    /** The environment variable: a capacity in bytes, 4096 to 1048576, for every data pipe of the process tree. */
    static final String VARIABLE = "PROCGRADE_PIPE_BYTES";

    private static final int LEAST = 4096;
    private static final int MOST = 1 << 20;
    private static final String DONE = "";
    private static final String ABSENT = "absent";

    /** The command number is Linux's: F_LINUX_SPECIFIC_BASE + 7. */
    private static final String PERL =
            "open(my $p, '+<', $ARGV[0]) or die \"$!\\n\"; fcntl($p, 1031, int($ARGV[1])) or die \"$!\\n\";";

    private static final String PYTHON =
            "import fcntl, os, sys; fcntl.fcntl(os.open(sys.argv[1], os.O_RDWR), 1031, int(sys.argv[2]))";

    private PipeCapacity() {}

    static void applyTo(Fifo fifo) {
        String asked = System.getenv(VARIABLE);
        if (asked == null || asked.isEmpty()) {
            return;
        }
        set(fifo.path().getPath(), parse(asked));
    }

    /** Tries one program after the other, since one that is there may lack a part of itself. */
    static void set(String path, int bytes) {
        String number = Integer.toString(bytes);
        String fault = null;
        for (List<String> command : List.of(
                List.of("perl", "-e", PERL, path, number),
                List.of("python3", "-I", "-S", "-c", PYTHON, path, number))) {
            String said = run(command, bytes);
            if (said.equals(DONE)) {
                return;
            }
            fault = said.equals(ABSENT) ? fault : said;
        }
        if (fault == null) {
            throw Faults.cannot(
                    "set the capacity of pipes to " + bytes + " bytes",
                    "neither perl nor python3 is on the PATH; install one of them or unset " + VARIABLE);
        }
        throw new UncheckedIOException(
                "cannot set the capacity of pipes to " + bytes + " bytes: " + fault + "; give a smaller number in "
                        + VARIABLE + " or unset it",
                new IOException(fault));
    }

    private static int parse(String asked) {
        try {
            int bytes = Integer.parseInt(asked);
            if (bytes >= LEAST && bytes <= MOST) {
                return bytes;
            }
        } catch (NumberFormatException notANumber) {
            throw refused(asked);
        }
        throw refused(asked);
    }

    private static IllegalArgumentException refused(String asked) {
        return new IllegalArgumentException(VARIABLE + " is \"" + asked + "\"; give a number of bytes from " + LEAST
                + " to " + MOST + ", or unset it");
    }

    /** {@link #DONE}, {@link #ABSENT}, or what the program said last. */
    private static String run(List<String> command, int bytes) {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
        } catch (IOException notThere) {
            return ABSENT;
        }
        try (InputStream out = process.getInputStream()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException();
            }
            int code = process.waitFor();
            String text = new String(out.readAllBytes(), Charset.defaultCharset()).strip();
            String last = text.substring(text.lastIndexOf('\n') + 1);
            String ended = command.get(0) + " ended with exit code " + code;
            return code == 0 ? DONE : last.isEmpty() ? ended : last;
        } catch (IOException unreadable) {
            return command.get(0) + ": " + unreadable.getMessage();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "interrupted while setting the capacity of pipes to " + bytes + " bytes; make the object again", e);
        }
    }
}
