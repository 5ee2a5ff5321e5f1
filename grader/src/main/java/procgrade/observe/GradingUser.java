package procgrade.observe;

import java.util.Optional;

/** Who this process, and so everything that it starts, is to the kernel. */
public final class GradingUser {
    private GradingUser() {}

    /**
     * Reads {@code Uid} of {@code /proc/self/status}.
     *
     * @param proc where to read
     * @return the number of the user whose rights it has; root is 0
     */
    public static Observed<Long> read(ProcFs proc) {
        return proc.read("self/status", StatusFile.LIMIT_BYTES)
                .parse(StatusFile::parse)
                .parse(status -> status.value("Uid"))
                .parse(GradingUser::effective);
    }

    /** Real, effective, saved, of the file system. */
    private static Optional<Long> effective(String numbers) {
        String[] fields = numbers.strip().split("\\s+");
        try {
            return fields.length < 2 ? Optional.empty() : Optional.of(Long.parseLong(fields[1]));
        } catch (NumberFormatException malformed) {
            return Optional.empty();
        }
    }
}
