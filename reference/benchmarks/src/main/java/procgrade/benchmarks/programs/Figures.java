package procgrade.benchmarks.programs;

import java.util.Arrays;

/** What a measured program computes from its samples and how it prints it. */
final class Figures {
    private Figures() {}

    /** Prints a figure as the program that started this one reads it. */
    static void print(String name, double value) {
        System.out.println(name + " " + value);
    }

    /** The sample below which the given share of the samples lies; changes their order. */
    static double quantile(double[] samples, double share) {
        Arrays.sort(samples);
        return samples[(int) Math.min(samples.length - 1, Math.round(share * (samples.length - 1)))];
    }

    static double median(double[] samples) {
        return quantile(samples, 0.5);
    }
}
