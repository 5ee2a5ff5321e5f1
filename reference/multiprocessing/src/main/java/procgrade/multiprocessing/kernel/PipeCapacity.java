package procgrade.multiprocessing.kernel;

import java.io.IOException;
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

    /** The command number is Linux's: F_LINUX_SPECIFIC_BASE + 7. */
    private static final String PERL =
            "open(my $p, '+<', $ARGV[0]) or die \"$!\"; fcntl($p, 1031, int($ARGV[1])) or die \"$!\";";

    private static final String PYTHON =
            "import fcntl, os, sys; " + "fcntl.fcntl(os.open(sys.argv[1], os.O_RDWR), 1031, int(sys.argv[2]))";

    private PipeCapacity() {}

    static void applyTo(Fifo fifo) {
        String asked = System.getenv(VARIABLE);
        if (asked == null || asked.isEmpty()) {
            return;
        }
        String bytes = Integer.toString(parse(asked));
        String path = fifo.path().getPath();
        if (!succeeds("perl", "-e", PERL, path, bytes) && !succeeds("python3", "-I", "-S", "-c", PYTHON, path, bytes)) {
            throw Faults.cannot(
                    "set the capacity of pipes to " + bytes + " bytes",
                    "neither perl nor python3 could do it; install one of them or unset " + VARIABLE);
        }
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

    private static boolean succeeds(String... command) {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            return process.waitFor() == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
