package procgrade.lecture7;

/**
 * <pre>
 * $ ./procgrade run Pi 1000000
 * pi = 3.1415926535897643
 * $ ./procgrade run Pi 1
 * pi = 3.2
 * </pre>
 *
 * Approximates pi as 4 times the integral of 1/(1+x*x) from 0 to 1: N strips, each as high as the curve at its middle.
 * The larger N, the longer it takes: {@link PiMw} does it with multiprocessing. For N = 0 the sum has no term and the
 * program says 0.0 (on the slide it would divide by zero).
 *
 * <p>Argument: N (1000000).
 */
public class Pi {
    static long N;

    /** Takes N. */
    public static void main(String[] args) {
        Arguments arguments = new Arguments(args, "N");
        N = arguments.number("N", 1_000_000L, 0L, 1_000_000_000_000_000L);

        double sum = 0.0;
        // i is a double, exact up to 2^53: JDK 17 computes a term from a long five times slower
        for (double i = 1; i < N + 1; i++) {
            double x = (i - 0.5) / (double) N;
            sum = sum + 4.0 / (1.0 + x * x);
        }
        double myApproxPI = N > 0 ? sum / (double) N : 0.0;
        System.out.println("pi = " + myApproxPI);
    }
}
