package procgrade.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import procgrade.submission.EnvironmentFault;

/** What went wrong when results were written, which a {@link java.io.PrintWriter} keeps to itself. */
final class OutFault {
    private volatile IOException first;

    /** Hands on what is written, and remembers the first failure. */
    OutputStream watch(OutputStream stream) {
        return new FilterOutputStream(stream) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                try {
                    stream.write(bytes, offset, length);
                } catch (IOException cause) {
                    first = first == null ? cause : first;
                    throw cause;
                }
            }
        };
    }

    /** Whether nothing that is written arrives any more. */
    boolean happened() {
        return first != null;
    }

    /** What to tell the user. A reader that has gone away, as {@code head} does, has seen what it wanted. */
    Optional<UserFault> fault() {
        IOException cause = first;
        String message = cause == null ? "Broken pipe" : String.valueOf(cause.getMessage());
        if (message.contains("Broken pipe")) {
            return Optional.empty();
        }
        return Optional.of(
                message.contains("Bad file descriptor")
                        ? new UserFault(
                                ExitCode.ENVIRONMENT_UNFIT,
                                "cannot write the results: standard output is closed",
                                "let them go somewhere, such as '> results.txt'")
                        : new UserFault(
                                ExitCode.ENVIRONMENT_UNFIT,
                                "cannot write the results: " + EnvironmentFault.reason(cause),
                                "make room there, or let the results go elsewhere"));
    }
}
