package procgrade.assignment;

import java.util.Locale;

/** A programming language that assignments can be solved in. */
public enum Language {
    /** Java, with the library {@code multiprocessing}. */
    JAVA("Java", ".java"),
    /** Python, with its own module {@code multiprocessing}. */
    PYTHON("Python", ".py");

    private final String title;
    private final String ending;

    Language(String title, String ending) {
        this.title = title;
        this.ending = ending;
    }

    /** {@return its name as people write it} */
    public String title() {
        return title;
    }

    /** {@return the end of the names of its source files, with the dot} */
    public String ending() {
        return ending;
    }

    /** {@return its name in small letters, as in {@code reference.java} and {@code bad/java}} */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
