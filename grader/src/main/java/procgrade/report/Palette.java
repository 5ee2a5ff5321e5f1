package procgrade.report;

/** The colours of procgrade's output, by meaning; SGR sequences of ECMA-48. Words carry the meaning, colour repeats it. */
public enum Palette {
    /** Text as it is. */
    PLAIN(false),
    /** For terminals that show colours. */
    COLORED(true);

    private final boolean colored;

    Palette(boolean colored) {
        this.colored = colored;
    }

    /**
     * Something is as it should be.
     *
     * @param text one line
     * @return the text to print
     */
    public String good(String text) {
        return paint("32", text);
    }

    /**
     * Something is open.
     *
     * @param text one line
     * @return the text to print
     */
    public String doubtful(String text) {
        return paint("33", text);
    }

    /**
     * Something is wrong.
     *
     * @param text one line
     * @return the text to print
     */
    public String bad(String text) {
        return paint("1;31", text);
    }

    /**
     * Something that a reader may skip.
     *
     * @param text one line
     * @return the text to print
     */
    public String faint(String text) {
        return paint("2", text);
    }

    /**
     * Something that a reader should find at once.
     *
     * @param text one line
     * @return the text to print
     */
    public String strong(String text) {
        return paint("1", text);
    }

    private String paint(String code, String text) {
        return colored ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
