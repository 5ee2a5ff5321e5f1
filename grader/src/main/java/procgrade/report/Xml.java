package procgrade.report;

/** Text of unknown origin as a part of an XML document. */
final class Xml {
    static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private Xml() {}

    /** An attribute with the blank before it. */
    static String attribute(String name, String value) {
        // a parser would turn line ends and tabs inside an attribute into blanks
        String oneLine =
                escaped(value).replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;");
        return " " + name + "=\"" + oneLine.replace("\"", "&quot;") + "\"";
    }

    /** What XML 1.0 (section 2.2, Char) cannot contain in any form becomes an escape of Java. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            switch (character) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                default -> {
                    if (isLegal(character)) {
                        escaped.appendCodePoint(character);
                    } else {
                        escaped.append(String.format("\\u%04x", character));
                    }
                }
            }
        });
        return escaped.toString();
    }

    private static boolean isLegal(int character) {
        return character == '\n'
                || character == '\r'
                || character == '\t'
                || character >= 0x20 && character <= 0xd7ff
                || character >= 0xe000 && character <= 0xfffd
                || character >= 0x10000;
    }
}
