import java.io.IOException;

/**
 * Waits for a program that sleeps.
 *
 * pattern: sleep
 * expect: lives
 */
class WaitsForSleep {
    public static void main(String[] args) throws IOException, InterruptedException {
        new ProcessBuilder("sleep", "2.5").start().waitFor();
    }
}
