package procgrade.cli;

/** The colours of procgrade's output, by meaning; SGR sequences of ECMA-48. */
enum Palette {
    PLAIN(false),
    COLORED(true);

    private final boolean colored;

    Palette(boolean colored) {
        this.colored = colored;
    }

    String good(String text) {
        return paint("32", text);
    }

    String doubtful(String text) {
        return paint("33", text);
    }

    String bad(String text) {
        return paint("1;31", text);
    }

    String faint(String text) {
        return paint("2", text);
    }

    String strong(String text) {
        return paint("1", text);
    }

    private String paint(String code, String text) {
        return colored ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
