import java.io.IOException;

/**
 * The child reads to the end of its input, which the parent does not close before it waits for the child.
 *
 * pattern: never-closed pipe end
 * expect: DEADLOCK
 */
class ChildReadsInput {
    public static void main(String[] args) throws IOException, InterruptedException {
        Process child = new ProcessBuilder("sort").start();
        var out = child.outputWriter();
        out.write("b\na\n");
        out.flush();
        child.waitFor();
    }
}
