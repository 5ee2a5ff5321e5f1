package procgrade.rubric;

import procgrade.assignment.Language;

/**
 * The first half of a value that depends on the language of the submission.
 *
 * @param <T> type of the value
 */
public final class Choice<T> {
    private final Language language;
    private final T java;

    Choice(Language language, T java) {
        this.language = language;
        this.java = java;
    }

    /**
     * The second half.
     *
     * @param python the value for a submission in Python
     * @return the value for the submission's language
     */
    public T inPython(T python) {
        return switch (language) {
            case JAVA -> java;
            case PYTHON -> python;
        };
    }
}
