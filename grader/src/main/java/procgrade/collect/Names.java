package procgrade.collect;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Names of people and of what they hand in, in any alphabet. */
final class Names {
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    /** Accents only: in Indic scripts marks are vowels. */
    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]+");
    /** Letters that Unicode does not take apart. */
    private static final Map<String, String> LATIN = Map.ofEntries(
            Map.entry("ß", "ss"),
            Map.entry("æ", "ae"),
            Map.entry("œ", "oe"),
            Map.entry("ø", "o"),
            Map.entry("ł", "l"),
            Map.entry("đ", "d"),
            Map.entry("ð", "d"),
            Map.entry("þ", "th"),
            Map.entry("ı", "i"),
            Map.entry("ħ", "h"));

    private static final Pattern LATIN_LETTER = Pattern.compile("[" + String.join("", LATIN.keySet()) + "]");

    private static final int HASH_DIGITS = 8;

    private Names() {}

    /** Whether there are characters that nobody sees, but that move what stands around them. */
    static boolean isTricky(String name) {
        return UNSEEN.matcher(name).find();
    }

    /** As people write it: without such characters and without blanks around it. */
    static String clean(String raw) {
        String seen =
                UNSEEN.matcher(Normalizer.normalize(raw, Normalizer.Form.NFC)).replaceAll("");
        return BLANKS.matcher(seen).replaceAll(" ").strip();
    }

    /** In small Latin letters as far as possible, so that spellings of the same name become equal. */
    static String plain(String name) {
        String apart = Normalizer.normalize(clean(name), Normalizer.Form.NFKD);
        // ẞ is ß in capitals, ς is σ at the end: there and back makes them one.
        String small =
                ACCENTS.matcher(apart).replaceAll("").toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return LATIN_LETTER.matcher(small).replaceAll(letter -> LATIN.get(letter.group()));
    }

    /** The letters and digits of a name that may stand in the name of a file, with {@code -} for all others. */
    static String slug(String name) {
        return plain(name).replaceAll("[^a-z0-9._]+", "-").replaceAll("^[-._]+|[-._]+$", "");
    }

    /** Whether letters or digits got lost on the way to the slug. */
    static boolean isLossy(String name) {
        return plain(name).codePoints().anyMatch(letter -> Character.isLetterOrDigit(letter) && letter > 'z');
    }

    static String hash(String text) {
        MessageDigest digest = Fingerprint.sha256();
        byte[] sum = digest.digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(sum).substring(0, HASH_DIGITS);
    }
}
