import java.io.IOException;

/**
 * Joins the future of a child's end.
 *
 * pattern: sleep
 * expect: lives
 */
class OnExit {
    public static void main(String[] args) throws IOException {
        new ProcessBuilder("sleep", "2.5").start().onExit().thenApply(Process::exitValue).join();
    }
}
