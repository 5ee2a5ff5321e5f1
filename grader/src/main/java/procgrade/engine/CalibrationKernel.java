package procgrade.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that only computes, always the same, for some tenths of a second. Started alone and several times at once
 * it tells how many cores a machine really has to give at the moment. It needs no memory, so caches do not matter.
 */
public final class CalibrationKernel {
    /** The argument with which it computes as long as the process lives that has started it. */
    static final String ENDLESS = "endless";

    private static final int ROUNDS = 120_000_000;

    private CalibrationKernel() {}

    /**
     * Computes, and ends with exit code 0.
     *
     * @param arguments none, or {@code endless}
     */
    public static void main(String[] arguments) {
        boolean endless = List.of(arguments).contains(ENDLESS);
        long state = 0x9e3779b97f4a7c15L;
        do {
            state = compute(state);
        } while (endless
                && ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(1L) > 1);
        if (state == 0) {
            throw new IllegalStateException("the generator does not reach 0 from here");
        }
    }

    /** Xorshift, G. Marsaglia: Xorshift RNGs, Journal of Statistical Software 8 (2003). It has no state 0. */
    private static long compute(long seed) {
        long state = seed;
        for (int i = 0; i < ROUNDS; i++) {
            state ^= state << 13;
            state ^= state >>> 7;
            state ^= state << 17;
        }
        return state;
    }

    /** How to start it. */
    static List<String> command(Path javaHome, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                javaHome.resolve("bin/java").toString(),
                "-Xlog:disable",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                CalibrationKernel.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
