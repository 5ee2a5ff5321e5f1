import java.io.IOException;

/**
 * A virtual thread waits for a program that sleeps.
 *
 * pattern: sleep
 * expect: lives
 * java: 21
 */
class VirtualChildren {
    public static void main(String[] args) throws Exception {
        Runnable task = () -> {
            try {
                new ProcessBuilder("sleep", "2.5").start().waitFor();
            } catch (IOException | InterruptedException cause) {
                throw new IllegalStateException(cause);
            }
        };
        // by reflection, so that the file compiles with Java 17
        Thread thread =
                (Thread) Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
        thread.join();
    }
}
