import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;

/**
 * Reads from a pipe between threads, whose writer is slow.
 *
 * pattern: slow pipe
 * expect: lives
 */
class PipedStreams {
    public static void main(String[] args) throws IOException {
        PipedInputStream in = new PipedInputStream();
        PipedOutputStream out = new PipedOutputStream(in);
        new Thread(() -> {
                    try (out) {
                        for (int i = 0; i < 5; i++) {
                            Thread.sleep(500);
                            out.write(i);
                        }
                    } catch (Exception cause) {
                        throw new IllegalStateException(cause);
                    }
                })
                .start();
        System.out.println(in.readAllBytes().length);
    }
}
