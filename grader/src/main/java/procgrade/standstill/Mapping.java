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
    private static final int FIELDS = 5;

    static List<Mapping> parse(byte[] content) {
        List<Mapping> mappings = new ArrayList<>();
        new String(content, StandardCharsets.ISO_8859_1).lines().forEach(line -> add(line, mappings));
        return mappings;
    }

    private static void add(String line, List<Mapping> mappings) {
        String[] fields = line.split(" +", FIELDS + 1);
        if (fields.length < FIELDS || !fields[0].matches("[0-9a-f]{1,16}-[0-9a-f]{1,16}") || fields[1].length() < 4) {
            return;
        }
        int dash = fields[0].indexOf('-');
        mappings.add(new Mapping(
                Long.parseUnsignedLong(fields[0].substring(0, dash), 16),
                Long.parseUnsignedLong(fields[0].substring(dash + 1), 16),
                fields[1].charAt(3) == 's',
                fields[3] + ' ' + fields[4]));
    }

    boolean contains(long address) {
        return Long.compareUnsigned(address, from) >= 0 && Long.compareUnsigned(address, to) < 0;
    }
}
