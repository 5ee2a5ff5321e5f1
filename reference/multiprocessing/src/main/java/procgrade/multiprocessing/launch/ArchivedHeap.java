package procgrade.multiprocessing.launch;

import java.util.List;

/**
 * Where the objects of a class-data archive lie. JDK 17 maps them to the end of a child's heap, and corrects all their
 * references unless they were recorded there. It records a gigabyte below, so it is told to have its heap where that of
 * a child will be. Takes half a millisecond off each start.
 *
 * <p>A heap of more than 2 GiB that fits below 32 GiB ends there, see {@code Universe::reserve_heap} and
 * {@code ReservedHeapSpace::initialize_compressed_heap} of HotSpot. One of another size is recorded where it will be used.
 */
final class ArchivedHeap {
    private static final int ONLY_VERSION = 17;
    private static final long GIB = 1L << 30;
    private static final long END = 32 * GIB;

    /** Below this address there is never a heap. */
    private static final long LOWEST = 2 * GIB;

    private ArchivedHeap() {}

    /**
     * Options of the virtual machine that records.
     *
     * @param maxHeapBytes how many bytes the heap of a child may have, as text
     * @return none if they would not help
     */
    static List<String> flags(String maxHeapBytes) {
        return Runtime.version().feature() == ONLY_VERSION ? flags(Long.parseLong(maxHeapBytes.strip())) : List.of();
    }

    static List<String> flags(long maxHeapBytes) {
        if (maxHeapBytes <= LOWEST || maxHeapBytes > END - LOWEST) {
            return List.of();
        }
        return List.of("-Xmx" + maxHeapBytes, "-XX:HeapBaseMinAddress=" + (END - maxHeapBytes));
    }
}
