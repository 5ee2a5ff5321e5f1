package procgrade.benchmarks;

/**
 * What a figure or ratio should reach.
 *
 * @param bound the value that just reaches it
 * @param isUpper whether smaller values reach it, too; otherwise larger ones do
 */
record Target(double bound, boolean isUpper) {
    static Target atMost(double bound) {
        return new Target(bound, true);
    }

    static Target atLeast(double bound) {
        return new Target(bound, false);
    }

    boolean isReachedBy(double value) {
        return isUpper ? value <= bound : value >= bound;
    }

    @Override
    public String toString() {
        return (isUpper ? "at most " : "at least ") + plain();
    }

    private String plain() {
        return bound == Math.rint(bound) ? String.valueOf((long) bound) : String.valueOf(bound);
    }
}
