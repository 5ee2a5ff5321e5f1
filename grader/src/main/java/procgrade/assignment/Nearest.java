package procgrade.assignment;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what somebody may have meant. */
public final class Nearest {
    private Nearest() {}

    /**
     * The most similar names first; equally similar ones in alphabetical order.
     *
     * @param typed what somebody wrote
     * @param names what there is
     * @param count how many at most
     * @return the nearest
     */
    public static List<String> of(String typed, Collection<String> names, int count) {
        String wanted = plain(typed);
        // Somebody who types half a name means it more than a short name that has as many letters to replace.
        Comparator<String> byDistance =
                Comparator.comparingInt(name -> plain(name).startsWith(wanted) ? 0 : distance(wanted, plain(name)));
        return names.stream()
                .sorted(byDistance.thenComparing(Comparator.naturalOrder()))
                .limit(count)
                .toList();
    }

    /** Without what people leave out or replace: PiMw, pi-mw and pi_mw are the same. */
    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    }

    /**
     * How many letters to insert, remove or replace. V. I. Levenshtein, Binary codes capable of correcting deletions,
     * insertions and reversals, 1966; computed row by row after R. A. Wagner and M. J. Fischer, The string-to-string
     * correction problem, 1974.
     */
    static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
