package procgrade.report;

import procgrade.text.Markup;

/** Text of unknown origin as a part of an XML document. */
final class Xml {
    static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private Xml() {}

    /** An attribute with the blank before it. */
    static String attribute(String name, String value) {
        // a parser would turn line ends and tabs inside an attribute into blanks
        String oneLine = Markup.escaped(value)
                .replace("\n", "&#10;")
                .replace("\r", "&#13;")
                .replace("\t", "&#9;");
        return " " + name + "=\"" + oneLine + "\"";
    }
}
