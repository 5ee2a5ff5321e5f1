import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;

/**
 * Reads from a socket with a time limit.
 *
 * pattern: socket with a time limit
 * expect: lives
 */
class ReadTimeout {
    public static void main(String[] args) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket client = new Socket(server.getInetAddress(), server.getLocalPort())) {
            client.setSoTimeout(2500);
            try {
                client.getInputStream().read();
            } catch (SocketTimeoutException late) {
                System.out.println("too late");
            }
        }
    }
}
