package procgrade.lecture7;

import java.util.List;

/**
 * The arguments of a program. Each may be left out, from the last one on; a bad one ends the program with one line on
 * standard error and exit code 2.
 */
final class Arguments {
    private final String[] values;
    private final List<String> names;

    Arguments(String[] values, String... names) {
        this.values = values;
        this.names = List.of(names);
        if (values.length > names.length) {
            String wanted = names.length + (names.length == 1 ? " argument" : " arguments");
            String list = names.length == 0 ? "" : " (" + String.join(" ", names) + ")";
            fail("expected at most " + wanted + list + ", got " + values.length);
        }
    }

    /** The whole number given as the argument called {@code name}, from {@code smallest} to {@code largest}. */
    long number(String name, long defaultValue, long smallest, long largest) {
        String value = value(name);
        if (value == null) {
            return defaultValue;
        }
        // 18 digits always fit into a long
        boolean isNumber = value.matches("[0-9]{1,18}");
        if (!isNumber || Long.parseLong(value) < smallest || Long.parseLong(value) > largest) {
            fail(name + " must be a whole number from " + smallest + " to " + largest + ", not \"" + printable(value)
                    + "\"");
        }
        return Long.parseLong(value);
    }

    /** As the other one, for numbers that are an {@code int}. */
    int number(String name, int defaultValue, int smallest, int largest) {
        return (int) number(name, (long) defaultValue, smallest, largest);
    }

    /** The word given as the argument called {@code name}; the first choice is the default. */
    String word(String name, String... choices) {
        String value = value(name);
        if (value == null) {
            return choices[0];
        }
        if (!List.of(choices).contains(value)) {
            fail(name + " must be " + String.join(" or ", choices) + ", not \"" + printable(value) + "\"");
        }
        return value;
    }

    private String value(String name) {
        int position = names.indexOf(name);
        return position < values.length ? values[position] : null;
    }

    /** Ends the program as a wrong use of it. */
    static void fail(String message) {
        System.err.println(message);
        System.exit(2);
    }

    /** The text as part of one line: other characters than ASCII's printable ones as ?, at most 40. */
    static String printable(String text) {
        String line = text.replaceAll("[^ -~]", "?");
        return line.substring(0, Math.min(line.length(), 40));
    }
}
