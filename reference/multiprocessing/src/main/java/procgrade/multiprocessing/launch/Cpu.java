package procgrade.multiprocessing.launch;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What the processor can do, as far as it matters for how a virtual machine is started. */
final class Cpu {
    /** {@code X86_FEATURE_AVX512F} of Linux, {@code arch/x86/include/asm/cpufeatures.h}: 9 * 32 + 16. */
    private static final String AVX_512 = ",0130";

    private static final int MOST_BYTES = 16_384;

    private Cpu() {}

    /** {@return whether this one has AVX-512; false also where nothing tells} */
    static boolean hasAvx512() {
        try (FileInputStream in = new FileInputStream("/sys/devices/system/cpu/modalias")) {
            return hasAvx512(new String(in.readNBytes(MOST_BYTES), StandardCharsets.ISO_8859_1));
        } catch (IOException untold) {
            return false;
        }
    }

    /**
     * Reads what the kernel writes to load drivers by, which is there at once; {@code /proc/cpuinfo} may first measure
     * how fast each core is.
     *
     * @param modalias such as {@code cpu:type:x86,ven0000fam0006mod00CF:feature:,0000,0001}: numbers in hex
     */
    static boolean hasAvx512(String modalias) {
        return modalias.startsWith("cpu:type:x86,") && modalias.contains(AVX_512);
    }
}
