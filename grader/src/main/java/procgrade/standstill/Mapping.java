package procgrade.standstill;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of {@code maps}, proc_pid_maps(5).
 *
 * @param from first address
 * @param to the address after the last
 * @param shared whether what is written there can be seen by other processes
 * @param file device and inode as the kernel writes them, equal for all processes that map the same file; anonymous
 *     shared memory has them, too
 */
record Mapping(long from, long to, boolean shared, String file) {
    private static final int RIGHTS = "rwxp ".length();
    private static final int HEXADECIMAL = 16;

    static List<Mapping> parse(byte[] content) {
        List<Mapping> mappings = new ArrayList<>();
        String text = new String(content, StandardCharsets.ISO_8859_1);
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            String line = text.substring(at, end < 0 ? text.length() : end);
            add(line, mappings);
            at += line.length() + 1;
        }
        return mappings;
    }

    /** {@code 7f94fd034000-7f94fd035000 rw-s 00001000 00:1a 77 /dev/shm/x}. */
    private static void add(String line, List<Mapping> mappings) {
        int dash = line.indexOf('-');
        int space = line.indexOf(' ');
        int offset = line.indexOf(' ', space + 1);
        int device = line.indexOf(' ', offset + 1);
        int inode = line.indexOf(' ', device + 1);
        if (dash < 0 || dash > space || offset - space != RIGHTS || device < 0 || inode < 0) {
            return;
        }
        int end = line.indexOf(' ', inode + 1);
        try {
            mappings.add(new Mapping(
                    Long.parseUnsignedLong(line, 0, dash, HEXADECIMAL),
                    Long.parseUnsignedLong(line, dash + 1, space, HEXADECIMAL),
                    line.charAt(offset - 1) == 's',
                    line.substring(device + 1, end < 0 ? line.length() : end)));
        } catch (NumberFormatException malformed) {
            return;
        }
    }

    boolean contains(long address) {
        return Long.compareUnsigned(address, from) >= 0 && Long.compareUnsigned(address, to) < 0;
    }
}
