import java.io.IOException;

/**
 * The parent reads the child's output to its end, but the child fills the pipe of its errors.
 *
 * pattern: child's output not drained
 * expect: DEADLOCK
 */
class ErrorsNotRead {
    public static void main(String[] args) throws IOException {
        Process child = new ProcessBuilder("sh", "-c", "seq 1 100000 >&2; echo done").start();
        System.out.println(child.inputReader().lines().count());
        System.out.println(child.errorReader().lines().count());
    }
}
