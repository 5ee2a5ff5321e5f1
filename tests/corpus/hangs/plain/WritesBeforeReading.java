import java.io.IOException;

/**
 * Writes a megabyte to cat before it reads what cat has to write.
 *
 * pattern: both ends sending
 * expect: DEADLOCK
 */
class WritesBeforeReading {
    public static void main(String[] args) throws IOException {
        Process child = new ProcessBuilder("cat").start();
        child.getOutputStream().write(new byte[1_000_000]);
        child.getOutputStream().close();
        System.out.println(child.getInputStream().readAllBytes().length);
    }
}
