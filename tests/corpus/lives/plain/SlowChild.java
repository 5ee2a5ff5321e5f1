import java.io.IOException;

/**
 * Reads the lines of a shell that writes one each half second.
 *
 * pattern: slow pipe
 * expect: lives
 */
class SlowChild {
    public static void main(String[] args) throws IOException {
        Process child = new ProcessBuilder("sh", "-c", "for i in 1 2 3 4 5; do sleep 0.5; echo $i; done").start();
        System.out.println(child.inputReader().lines().count());
    }
}
