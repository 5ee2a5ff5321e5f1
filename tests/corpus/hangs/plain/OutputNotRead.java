import java.io.IOException;

/**
 * The child writes more than a pipe takes, and the parent waits for its end before it reads.
 *
 * pattern: child's output not drained
 * expect: DEADLOCK
 */
class OutputNotRead {
    public static void main(String[] args) throws IOException, InterruptedException {
        Process child = new ProcessBuilder("seq", "1", "100000").start();
        child.waitFor();
        System.out.println(child.inputReader().lines().count());
    }
}
