package procgrade.observe;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * What logical processors have done since the machine was booted, from {@code /proc/stat}, proc_stat(5).
 *
 * @param busy time at work, for whatever program and for the kernel itself
 * @param stolen time in which there was work to do and the host of a virtual machine ran something else
 */
record CpuTimes(Duration busy, Duration stolen) {
    private static final int LONGEST_LINE = 256;
    private static final int OTHER_LINES = 64;

    // fields of a line, the first is the name; the times of guests are contained in those of USER and NICE
    private static final int USER = 1;
    private static final int NICE = 2;
    private static final int SYSTEM = 3;
    private static final int IRQ = 6;
    private static final int SOFTIRQ = 7;
    private static final int STEAL = 8;

    /**
     * Adds up the times of some processors.
     *
     * @param cpus their numbers, at least one
     */
    static Observed<CpuTimes> read(ProcFs proc, Collection<Integer> cpus, KernelUnits units) {
        // lines of processors come first, in the order of their numbers
        int lines = Collections.max(cpus) + OTHER_LINES;
        return proc.read("stat", lines * LONGEST_LINE).parse(content -> parse(content, Set.copyOf(cpus), units));
    }

    private static Optional<CpuTimes> parse(byte[] content, Set<Integer> cpus, KernelUnits units) {
        long busy = 0;
        long stolen = 0;
        int found = 0;
        for (String line : new String(content, StandardCharsets.ISO_8859_1).split("\n")) {
            String[] fields = line.split(" +");
            if (!fields[0].matches("cpu\\d{1,5}") || !cpus.contains(Integer.valueOf(fields[0].substring(3)))) {
                continue;
            }
            if (fields.length <= STEAL) {
                return Optional.empty();
            }
            try {
                for (int field : new int[] {USER, NICE, SYSTEM, IRQ, SOFTIRQ}) {
                    busy += Long.parseLong(fields[field]);
                }
                stolen += Long.parseLong(fields[STEAL]);
            } catch (NumberFormatException malformed) {
                return Optional.empty();
            }
            found++;
        }
        return found == cpus.size()
                ? Optional.of(new CpuTimes(units.ticks(busy), units.ticks(stolen)))
                : Optional.empty();
    }
}
