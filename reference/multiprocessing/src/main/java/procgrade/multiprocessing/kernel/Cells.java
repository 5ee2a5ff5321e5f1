package procgrade.multiprocessing.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A piece of memory that all processes of a program share: a region of a mapped file in the session
 * folder. Nothing here is atomic beyond one aligned value, unless a method says so; whoever needs more holds
 * a lock.
 */
public final class Cells {
    private final CellFiles files;
    private final String ref;
    private final int length;
    private volatile ByteBuffer mapped;

    /** The file is mapped at first use: the first mapping costs a virtual machine 8 ms, and not every child needs one. */
    Cells(CellFiles files, String ref, int length) {
        this.files = files;
        this.ref = ref;
        this.length = length;
    }

    private ByteBuffer memory() {
        ByteBuffer known = mapped;
        return known != null ? known : map();
    }

    private synchronized ByteBuffer map() {
        if (mapped == null) {
            mapped = files.map(ref).order(ByteOrder.nativeOrder());
        }
        return mapped;
    }

    /**
     * Writes an int without mapping the memory, for the one write of a process that ends.
     *
     * @param offset in bytes, a multiple of 4
     * @param value its new value
     */
    public void writeInt(int offset, int value) {
        if (mapped != null) {
            mapped.putInt(offset, value);
        } else {
            int stored = ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? value : Integer.reverseBytes(value);
            byte[] bytes = {(byte) (stored >> 24), (byte) (stored >> 16), (byte) (stored >> 8), (byte) stored};
            files.write(ref, offset, bytes);
        }
    }

    /**
     * Writes a text without mapping the memory.
     *
     * @param offset in bytes
     * @param text of ASCII letters, no longer than there is room
     */
    public void writeText(int offset, String text) {
        files.write(ref, offset, text.getBytes(StandardCharsets.US_ASCII));
    }

    /** {@return the text by which another process of the session finds this region} */
    public String ref() {
        return ref;
    }

    /** {@return the length of the region in bytes} */
    public int length() {
        return length;
    }

    /**
     * Reads an int.
     *
     * @param offset in bytes, a multiple of 4
     * @return its value
     */
    public int getInt(int offset) {
        return memory().getInt(offset);
    }

    /**
     * Reads an int that another process may change without this one noticing by a lock: in a loop that waits
     * for the change, a compiler could otherwise read it only once.
     *
     * @param offset in bytes, a multiple of 4
     * @return its value
     */
    public int getFreshInt(int offset) {
        int value = memory().getInt(offset);
        VarHandle.acquireFence();
        return value;
    }

    /**
     * Writes an int.
     *
     * @param offset in bytes, a multiple of 4
     * @param value its new value
     */
    public void setInt(int offset, int value) {
        memory().putInt(offset, value);
    }

    /**
     * Adds to an int, atomically; what was written before is seen by whoever finds the new value.
     *
     * @param offset in bytes, a multiple of 4
     * @param summand what is added
     * @return the value before
     */
    int getAndAdd(int offset, int summand) {
        return (int) Atomic.INTS.getAndAdd(memory(), offset, summand);
    }

    /**
     * Sets bits of an int, atomically.
     *
     * @param offset in bytes, a multiple of 4
     * @param bits these are set
     * @return the value before
     */
    int getAndSetBits(int offset, int bits) {
        return (int) Atomic.INTS.getAndBitwiseOr(memory(), offset, bits);
    }

    /**
     * Changes an int if it has a value, atomically.
     *
     * @param offset in bytes, a multiple of 4
     * @param expected the value that it may have
     * @param value its new value
     * @return whether it was changed
     */
    boolean compareAndSet(int offset, int expected, int value) {
        return Atomic.INTS.compareAndSet(memory(), offset, expected, value);
    }

    /**
     * Reads a long.
     *
     * @param offset in bytes, a multiple of 8
     * @return its value
     */
    public long getLong(int offset) {
        return memory().getLong(offset);
    }

    /**
     * Writes a long.
     *
     * @param offset in bytes, a multiple of 8
     * @param value its new value
     */
    public void setLong(int offset, long value) {
        memory().putLong(offset, value);
    }

    /**
     * Reads a byte.
     *
     * @param offset in bytes
     * @return its value
     */
    public byte getByte(int offset) {
        return memory().get(offset);
    }

    /**
     * Writes a byte.
     *
     * @param offset in bytes
     * @param value its new value
     */
    public void setByte(int offset, byte value) {
        memory().put(offset, value);
    }

    /** Apart, because processes that need it not should not wait a millisecond for it. */
    private static final class Atomic {
        static final VarHandle INTS = MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.nativeOrder());
    }
}
