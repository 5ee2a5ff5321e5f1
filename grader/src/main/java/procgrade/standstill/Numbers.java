package procgrade.standstill;

import java.util.Optional;

/** Takes numbers out of the kernel's {@code key: value} texts. */
final class Numbers {
    private static final int MOST_DIGITS = 18;

    private Numbers() {}

    /** {@return the decimal number after the first occurrence of a key, empty if there is none} */
    static Optional<Long> after(String key, String text) {
        int at = text.indexOf(key);
        if (at < 0) {
            return Optional.empty();
        }
        String word = text.substring(at + key.length()).stripLeading().split("\\s", 2)[0];
        boolean number =
                !word.isEmpty() && word.length() <= MOST_DIGITS && word.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Optional.of(Long.valueOf(word)) : Optional.empty();
    }
}
