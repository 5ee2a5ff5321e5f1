package procgrade.submission;

/**
 * A file of a submission.
 *
 * @param path relative to the submission's folder, with {@code /} between the names, without {@code .} and {@code ..}
 * @param bytes its size, not negative
 */
public record SubmittedFile(String path, long bytes) {
    /** {@return the last name of the path} */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
