import java.io.IOException;

/**
 * A second virtual machine waits for the first one's word, and the first one for the second one's.
 *
 * pattern: both ends receiving
 * expect: DEADLOCK
 */
class BothReadFirst {
    public static void main(String[] args) throws IOException {
        if (args.length > 0) {
            System.out.write(System.in.read());
            return;
        }
        String java = System.getProperty("java.home") + "/bin/java";
        Process child = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), "BothReadFirst", "child")
                .start();
        int word = child.getInputStream().read();
        child.getOutputStream().write(word);
    }
}
