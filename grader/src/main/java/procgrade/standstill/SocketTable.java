package procgrade.standstill;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import procgrade.observe.ProcessStarts;

/**
 * Which UNIX sockets are connected with each other, by the program {@code ss} where it is installed: the kernel tells it
 * by netlink, which Java does not speak. It knows those of the grader's own network namespace.
 */
final class SocketTable {
    /** It takes some milliseconds; the grader must not hang if it should. */
    private static final List<String> COMMAND = List.of("timeout", "1", "ss", "-xanH");

    private static final Pattern LINE = Pattern.compile("u_\\w+ .* (\\d{1,18}) +\\S+ (\\d{1,18})\\s*");

    private SocketTable() {}

    /** {@return the inode of the peer for the inode of each socket; empty if there is no such program} */
    static Map<Long, Long> read() {
        try {
            Process process = ProcessStarts.start(new ProcessBuilder(COMMAND)
                    .redirectInput(new File("/dev/null"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD));
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            process.waitFor();
            return parse(text);
        } catch (IOException missing) {
            return Map.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
    }

    /** Lines {@code u_str ESTAB 0 0 /run/server 900 * 901}; sockets without a peer have the peer 0. */
    static Map<Long, Long> parse(String text) {
        Map<Long, Long> peers = new HashMap<>();
        for (String line : text.split("\n")) {
            Matcher fields = LINE.matcher(line);
            if (fields.matches() && !fields.group(2).equals("0")) {
                peers.put(Long.valueOf(fields.group(1)), Long.valueOf(fields.group(2)));
            }
        }
        return peers;
    }
}
