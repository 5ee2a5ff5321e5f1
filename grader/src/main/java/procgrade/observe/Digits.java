package procgrade.observe;

/** Finds the decimal numbers in a file of {@code /proc}, without making objects: it is done thousands of times a second. */
final class Digits {
    private Digits() {}

    /**
     * Anything else than a digit separates numbers. A number of more than 18 digits has lost its highest ones.
     *
     * @param numbers takes the numbers from the left; what is left over of it stays as it was
     * @return how many were found, at most {@code numbers.length}
     */
    static int parse(byte[] text, long[] numbers) {
        int found = 0;
        int at = 0;
        while (at < text.length && found < numbers.length) {
            if (!isDigit(text[at])) {
                at++;
                continue;
            }
            long value = 0;
            while (at < text.length && isDigit(text[at])) {
                value = value * 10 + (text[at] - '0');
                at++;
            }
            numbers[found++] = value;
        }
        return found;
    }

    private static boolean isDigit(byte character) {
        return character >= '0' && character <= '9';
    }
}
