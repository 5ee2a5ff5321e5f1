package procgrade.cli;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import procgrade.engine.Lanes;
import procgrade.observe.ProcFs;

/**
 * How many submissions, or checks of one, a machine takes at the same time.
 *
 * @param count while cores are busy
 * @param most while cores are idle, at least as many
 */
record Jobs(int count, int most) {
    /**
     * What the processes of one submission use between them: eight virtual machines of 45 MiB and the compiler's 300 MiB
     * are far below it; more than a few that use up their limit at the same time would be a coincidence.
     */
    static final long BYTES_EACH = 1_500_000_000;

    /** For the grader itself and for the system. */
    static final long BYTES_RESERVED = 1_000_000_000;

    /** So many wait to be alone before all lanes are emptied for them; more would only delay the first. */
    private static final int GATHERED = 3;

    private static final int EACH_CORE = 6;
    private static final int LIMIT_BYTES = 64 * 1024;
    private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable:\\s+(\\d{1,15}) kB$");

    /** Reads the value of {@code --jobs}; who leaves the option out takes what fits. */
    static final class Converter implements ITypeConverter<Integer> {
        /** {@inheritDoc} */
        @Override
        public Integer convert(String text) {
            if (!text.matches("0*[1-9][0-9]{0,3}")) {
                throw new TypeConversionException(
                        "'" + text + "' is not a number of jobs: expected 1 or more, up to 9999");
            }
            return Integer.valueOf(text);
        }
    }

    /**
     * For submissions.
     *
     * @param wanted by the user; 0 to take what fits
     * @param cores that may be used
     * @param memoryBytes that may be used; empty if that is not known
     * @return the numbers
     */
    static Jobs ofBatch(int wanted, int cores, OptionalLong memoryBytes) {
        return wanted > 0 ? new Jobs(wanted, wanted) : new Jobs(by(cores, memoryBytes), most(cores, memoryBytes));
    }

    /** The same for the checks of one submission: one after the other where there is only one core. */
    static Jobs ofChecks(int wanted, int cores, OptionalLong memoryBytes) {
        return ofBatch(wanted == 0 && cores == 1 ? 1 : wanted, cores, memoryBytes);
    }

    /** Lanes for them, which every procgrade on this machine respects. */
    Lanes lanes() {
        return Lanes.ofThisMachine(count, most, GATHERED);
    }

    /** How many may have begun; those that wait to be alone need no lane. */
    int begun() {
        return most + 2 * GATHERED;
    }

    /**
     * The number for a machine that is busy with them: one more than cores, because a run often waits for a moment.
     *
     * @param cores that may be used
     * @param memoryBytes that may be used; empty if that is not known
     * @return at least 1
     */
    static int by(int cores, OptionalLong memoryBytes) {
        return fitting(cores + 1, memoryBytes);
    }

    /**
     * The number while cores are idle, because programs hang or sleep.
     *
     * @param cores that may be used
     * @param memoryBytes that may be used; empty if that is not known
     * @return at least that of {@link #by}
     */
    static int most(int cores, OptionalLong memoryBytes) {
        return fitting(EACH_CORE * cores, memoryBytes);
    }

    private static int fitting(int wanted, OptionalLong memoryBytes) {
        if (memoryBytes.isEmpty()) {
            return wanted;
        }
        long fitting = (memoryBytes.getAsLong() - BYTES_RESERVED) / BYTES_EACH;
        return (int) Math.max(1, Math.min(wanted, fitting));
    }

    /** The memory that is free, or can be freed, for this process: of the machine, or of its container. */
    static OptionalLong availableBytes(ProcFs proc) {
        byte[] text = proc.read("meminfo", LIMIT_BYTES).toOptional().orElse(new byte[0]);
        Matcher matcher = AVAILABLE.matcher(new String(text, StandardCharsets.US_ASCII));
        if (!matcher.find()) {
            return OptionalLong.empty();
        }
        // by default a virtual machine takes a quarter of what its control group allows it
        long ofContainer = Runtime.getRuntime().maxMemory() * 4;
        return OptionalLong.of(Math.min(Long.parseLong(matcher.group(1)) * 1024, ofContainer));
    }
}
