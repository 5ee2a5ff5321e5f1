import java.io.IOException;

/**
 * Starts virtual machines, one after the other.
 *
 * pattern: start and shutdown
 * expect: lives
 */
class MachinesStart {
    public static void main(String[] args) throws IOException, InterruptedException {
        String java = System.getProperty("java.home") + "/bin/java";
        for (int i = 0; i < 6; i++) {
            new ProcessBuilder(java, "-version")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        }
    }
}
