package procgrade.rubric;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Varying inputs, so that answers cannot be written into a program. What a check draws depends on the seed of the
 * grading and on the name of the check only, not on the checks before it. The numbers come from SplitMix64 (Steele, Lea
 * and Flood: Fast splittable pseudorandom number generators, OOPSLA 2014), written out here so that a seed means the
 * same on every JDK.
 */
public final class Inputs {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private long state;

    Inputs(long seed, String check) {
        long mixed = seed;
        for (int i = 0; i < check.length(); i++) {
            mixed = mix(mixed + GOLDEN_GAMMA) ^ check.charAt(i);
        }
        state = mixed;
    }

    /**
     * Draws a whole number; all are equally likely.
     *
     * @param low the smallest
     * @param high the largest, not less than {@code low}, and less than 2^63 - 1 above it
     * @return a number from {@code low} to {@code high}
     */
    public long between(long low, long high) {
        long range = high - low + 1;
        if (high < low || range <= 0) {
            throw new RubricFault("inputs cannot be drawn between " + low + " and " + high
                    + ": the first is to be the smaller one, and not too far away");
        }
        // favours some numbers by less than one part in 2^63 / range
        return low + Long.remainderUnsigned(next(), range);
    }

    /**
     * Draws a whole number; all are equally likely.
     *
     * @param low the smallest
     * @param high the largest, not less than {@code low}
     * @return a number from {@code low} to {@code high}
     */
    public int between(int low, int high) {
        return (int) between((long) low, (long) high);
    }

    /**
     * Draws one of several values.
     *
     * @param values at least one
     * @param <T> their type
     * @return one of them
     */
    public <T> T oneOf(List<T> values) {
        return values.get(between(0, values.size() - 1));
    }

    /**
     * Draws a word.
     *
     * @param length number of letters, at least 1
     * @return lower-case letters
     */
    public String word(int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append(LETTERS.charAt(between(0, LETTERS.length() - 1)));
        }
        return word.toString();
    }

    /**
     * Mixes values.
     *
     * @param values any number of them
     * @param <T> their type
     * @return the same values in an order that was drawn
     */
    public <T> List<T> shuffled(List<T> values) {
        List<T> mixed = new ArrayList<>(values);
        for (int i = mixed.size() - 1; i > 0; i--) {
            Collections.swap(mixed, i, between(0, i));
        }
        return mixed;
    }

    private long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
