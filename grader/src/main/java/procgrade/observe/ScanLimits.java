package procgrade.observe;

/**
 * What one scan may cost at most.
 *
 * @param listed how many processes of the machine are listed
 * @param processes how many processes the tree may have
 * @param threads how many threads of all these processes together are looked at
 */
public record ScanLimits(int listed, int processes, int threads) {
    /** Far above what a program of the lecture has. */
    public static final ScanLimits DEFAULT = new ScanLimits(32_768, 1_024, 8_192);

    /** Checks that all limits are positive. */
    public ScanLimits {
        if (listed < 1 || processes < 1 || threads < 1) {
            throw new IllegalArgumentException("the limits of a scan must be positive: listed=" + listed
                    + ", processes=" + processes + ", threads=" + threads);
        }
    }
}
