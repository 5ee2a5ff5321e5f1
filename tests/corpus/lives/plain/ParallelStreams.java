import java.util.stream.LongStream;

/**
 * Computes in the common pool.
 *
 * pattern: computes while all else waits
 * expect: lives
 */
class ParallelStreams {
    public static void main(String[] args) {
        long end = System.nanoTime() + 2_500_000_000L;
        long sum = 0;
        while (System.nanoTime() < end) {
            sum += LongStream.range(0, 2_000_000).parallel().map(n -> n * n % 7).sum();
        }
        System.out.println(sum);
    }
}
