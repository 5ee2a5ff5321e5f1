import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A child virtual machine writes thread dumps until its output is full, so that it cannot answer any more; it is waited for
 * by a thread while another one, who sleeps, will read them.
 *
 * pattern: a virtual machine that does not answer
 * expect: lives
 */
class DumpNeverComes {
    public static void main(String[] args) throws Exception {
        if (args.length > 0) {
            System.in.read();
            return;
        }
        String java = System.getProperty("java.home") + "/bin/java";
        Process child = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), "DumpNeverComes", "child")
                .redirectErrorStream(true)
                .start();
        Thread.sleep(500);
        for (int i = 0; i < 40; i++) {
            new ProcessBuilder("kill", "-QUIT", Long.toString(child.pid())).start().waitFor();
            Thread.sleep(20);
        }
        Thread reader = new Thread(() -> {
            try (InputStream dumps = child.getInputStream()) {
                Thread.sleep(2500);
                child.getOutputStream().close();
                dumps.transferTo(OutputStream.nullOutputStream());
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        reader.start();
        System.exit(child.waitFor());
    }
}
