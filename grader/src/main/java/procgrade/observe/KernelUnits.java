package procgrade.observe;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Optional;

/**
 * The units in which {@code /proc} counts, from the auxiliary vector of this process, getauxval(3).
 *
 * @param ticksPerSecond the clock ticks of {@code stat}, {@code AT_CLKTCK}; 100 on every Linux this was tried on
 * @param pageBytes the size of a page of memory, {@code AT_PAGESZ}; 4096 on x86-64, 4 to 64 KiB on aarch64
 */
public record KernelUnits(int ticksPerSecond, int pageBytes) {
    /** What x86-64 has always had; used where the auxiliary vector is not readable. */
    public static final KernelUnits COMMON = new KernelUnits(100, 4096);

    private static final long AT_NULL = 0;
    private static final long AT_PAGESZ = 6;
    private static final long AT_CLKTCK = 17;
    private static final int LIMIT_BYTES = 4096;

    /**
     * Reads the units of this machine.
     *
     * @param proc where to read
     * @return the units, {@link #COMMON} if the auxiliary vector cannot be read
     */
    public static KernelUnits read(ProcFs proc) {
        return proc.read("self/auxv", LIMIT_BYTES)
                .parse(KernelUnits::parse)
                .toOptional()
                .orElse(COMMON);
    }

    /** Pairs of type and value, each a machine word, ended by {@code AT_NULL}. */
    private static Optional<KernelUnits> parse(byte[] vector) {
        ByteBuffer words = ByteBuffer.wrap(vector).order(ByteOrder.nativeOrder());
        long ticks = 0;
        long page = 0;
        try {
            for (long type = words.getLong(); type != AT_NULL; type = words.getLong()) {
                long value = words.getLong();
                ticks = type == AT_CLKTCK ? value : ticks;
                page = type == AT_PAGESZ ? value : page;
            }
        } catch (BufferUnderflowException cutOff) {
            return Optional.empty();
        }
        return ticks > 0 && page > 0 ? Optional.of(new KernelUnits((int) ticks, (int) page)) : Optional.empty();
    }

    /**
     * Converts a count of clock ticks, without rounding at the usual 100 ticks per second.
     *
     * @param ticks at least 0
     * @return the time
     */
    Duration ticks(long ticks) {
        return Duration.ofSeconds(ticks / ticksPerSecond, ticks % ticksPerSecond * 1_000_000_000L / ticksPerSecond);
    }
}
