import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * A server accepts; the client sleeps before it connects.
 *
 * pattern: network
 * expect: lives
 */
class Accepts {
    public static void main(String[] args) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread client = new Thread(() -> {
                try {
                    Thread.sleep(2500);
                    new Socket(server.getInetAddress(), server.getLocalPort()).close();
                } catch (Exception cause) {
                    throw new IllegalStateException(cause);
                }
            });
            client.start();
            server.accept().close();
        }
    }
}
