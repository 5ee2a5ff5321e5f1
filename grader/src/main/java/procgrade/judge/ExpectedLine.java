package procgrade.judge;

import java.util.OptionalDouble;

/** A line that a program should print. */
public sealed interface ExpectedLine {
    /**
     * Compares.
     *
     * @param line a line of the output, without its end
     * @return whether it is the expected one
     */
    boolean matches(String line);

    /** {@return the line for a reader} */
    String shown();

    /**
     * A fixed text.
     *
     * @param text the whole line
     */
    record Text(String text) implements ExpectedLine {
        @Override
        public boolean matches(String line) {
            return text.equals(line);
        }

        @Override
        public String shown() {
            return Quoted.of(text);
        }
    }

    /**
     * A text and a number, as {@code println} or {@code print} write it.
     *
     * @param prefix all that is in front of the number, blanks included
     * @param value the number
     * @param tolerance how far away from it is near enough, 0 or more
     */
    record Numeric(String prefix, double value, double tolerance) implements ExpectedLine {
        /** Checks the tolerance. */
        public Numeric {
            if (!(tolerance >= 0) || !Double.isFinite(value)) {
                throw new IllegalArgumentException("a number is expected to be finite, with a tolerance of 0 or more: "
                        + value + ", " + tolerance);
            }
        }

        @Override
        public boolean matches(String line) {
            OptionalDouble number = numberIn(line);
            return number.isPresent() && Math.abs(number.getAsDouble() - value) <= tolerance;
        }

        /** The number in a line, if the line has the right form. */
        OptionalDouble numberIn(String line) {
            if (!line.startsWith(prefix)) {
                return OptionalDouble.empty();
            }
            String text = line.substring(prefix.length());
            // parseDouble takes blanks, hexadecimal digits and a final d, too, which no program prints by accident
            if (!text.matches("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?")) {
                return OptionalDouble.empty();
            }
            return OptionalDouble.of(Double.parseDouble(text));
        }

        @Override
        public String shown() {
            String exactness = tolerance == 0 ? "" : " (give or take " + tolerance + ")";
            return Quoted.of(prefix + value) + exactness;
        }
    }
}
