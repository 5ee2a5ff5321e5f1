import java.io.IOException;

/**
 * Starts short programs, one after the other.
 *
 * pattern: many short processes
 * expect: lives
 */
class ShortChildren {
    public static void main(String[] args) throws IOException, InterruptedException {
        long end = System.nanoTime() + 2_500_000_000L;
        while (System.nanoTime() < end) {
            new ProcessBuilder("true").start().waitFor();
        }
    }
}
