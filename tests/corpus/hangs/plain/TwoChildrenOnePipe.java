import java.io.IOException;
import java.util.List;

/**
 * Starts a pipeline and waits for its second part, which waits for the first one, which waits for input.
 *
 * pattern: never-closed pipe end
 * expect: DEADLOCK
 */
class TwoChildrenOnePipe {
    public static void main(String[] args) throws IOException, InterruptedException {
        List<Process> parts =
                ProcessBuilder.startPipeline(List.of(new ProcessBuilder("cat"), new ProcessBuilder("sort")));
        parts.get(1).waitFor();
    }
}
