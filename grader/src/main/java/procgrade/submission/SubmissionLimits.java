package procgrade.submission;

/**
 * How large a submission may be. What is larger is refused, not cut.
 *
 * @param totalBytes all files together
 * @param fileBytes one file
 * @param files how many files and folders, those that are left out included
 * @param depth folders within each other
 */
public record SubmissionLimits(long totalBytes, long fileBytes, int files, int depth) {
    /** Much more than the sources of an assignment need. */
    public static final SubmissionLimits DEFAULT = new SubmissionLimits(50_000_000, 10_000_000, 5000, 32);

    /** Checks that all limits are positive. */
    public SubmissionLimits {
        if (totalBytes < 1 || fileBytes < 1 || files < 1 || depth < 1) {
            throw new IllegalArgumentException("the limits of a submission must be positive: totalBytes=" + totalBytes
                    + ", fileBytes=" + fileBytes + ", files=" + files + ", depth=" + depth);
        }
    }
}
