package procgrade.benchmarks;

import java.io.File;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param isHelp whether to say how to use the command, and nothing else
 * @param isQuick whether to measure little
 * @param pairs how often each contestant runs
 * @param csv the file for the samples; null for the usual one
 * @param reference the folder of the reference programs
 * @param names the wanted benchmarks; empty for all
 */
record Options(boolean isHelp, boolean isQuick, int pairs, File csv, File reference, List<String> names) {
    private static final int PAIRS = 5;
    private static final int QUICK_PAIRS = 2;
    private static final int MOST_PAIRS = 1000;

    /**
     * Reads the arguments.
     *
     * @param arguments as typed
     * @param known the names of the benchmarks
     * @throws IllegalArgumentException if they are wrong, with a message for the user
     */
    static Options parse(List<String> arguments, List<String> known) {
        boolean help = false;
        boolean quick = false;
        int pairs = 0;
        File csv = null;
        File reference = new File("..");
        var names = new ArrayList<String>();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            switch (argument) {
                case "--help", "-h" -> help = true;
                case "--quick" -> quick = true;
                case "--pairs" -> pairs = pairs(value(argument, rest));
                case "--csv" -> csv = new File(value(argument, rest));
                case "--reference" -> reference = new File(value(argument, rest));
                default -> names.add(checked(argument, known));
            }
        }
        int usual = quick ? QUICK_PAIRS : PAIRS;
        return new Options(help, quick, pairs == 0 ? usual : pairs, csv, reference, List.copyOf(names));
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value; --help shows an example");
        }
        return rest.next();
    }

    private static int pairs(String value) {
        if (!value.matches("[1-9][0-9]{0,3}") || Integer.parseInt(value) > MOST_PAIRS) {
            throw new IllegalArgumentException(
                    "--pairs must be a whole number from 1 to " + MOST_PAIRS + ", not \"" + value + "\"");
        }
        return Integer.parseInt(value);
    }

    private static String checked(String name, List<String> known) {
        if (!known.contains(name)) {
            throw new IllegalArgumentException(
                    "there is no benchmark \"" + name + "\"; choose from " + String.join(", ", known));
        }
        return name;
    }
}
