package procgrade.rubric;

/**
 * Opens a grading for a rubric that somebody runs as a plain JUnit test, from an IDE. Found by
 * {@link java.util.ServiceLoader}.
 */
public interface GradingProvider {
    /**
     * Opens a grading of the reference solution, or of what the system property {@code procgrade.submission} names.
     *
     * @param assignment id of the assignment
     * @param rubric the class that is run
     * @return the grading; it is closed when the test run ends
     */
    Grading open(String assignment, Class<?> rubric);
}
