import java.io.IOException;
import java.nio.channels.Selector;

/**
 * Selects with a time limit, with nothing to select from.
 *
 * pattern: polling
 * expect: lives
 */
class SelectsWithTimeout {
    public static void main(String[] args) throws IOException {
        try (Selector selector = Selector.open()) {
            selector.select(2500);
        }
    }
}
