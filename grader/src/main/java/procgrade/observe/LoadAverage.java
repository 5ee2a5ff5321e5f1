package procgrade.observe;

/** The file {@code /proc/loadavg}, proc(5): its last field is the number that was last given to a process or a thread. */
final class LoadAverage {
    /** More than the file ever has. */
    static final int LIMIT_BYTES = 128;

    private static final int MOST_NUMBERS = 16;

    private LoadAverage() {}

    /**
     * Reads the number of the newest process or thread.
     *
     * @param content of the file
     * @return the number, in the reader's pid namespace; 0 if there is none
     */
    static long newestTask(byte[] content) {
        long[] numbers = new long[MOST_NUMBERS];
        int found = Digits.parse(content, numbers);
        return found == 0 ? 0 : numbers[found - 1];
    }
}
