package procgrade.multiprocessing.codec;

import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Writes values into a growing array of bytes.
 *
 * <p>Boxed numbers, strings, primitive arrays and lists of numbers and strings have a compact form (the tag, then
 * variable-length integers or the raw bytes); everything else goes through Java serialization, which
 * costs ten times as much. Not safe for use by several threads.
 */
public final class Encoder extends OutputStream {
    /** Readers fetch this much of a frame with their first read(2); shorter frames are padded to it. */
    public static final int HEAD_BYTES = 16;

    private static final int LENGTH_BYTES = 4;
    private static final int MOST_BYTES = Integer.MAX_VALUE - 64;
    private static final Set<String> STAY_AT_HOME = Set.of(
            "procgrade.multiprocessing.AsyncResult",
            "procgrade.multiprocessing.PoolIterator",
            "procgrade.multiprocessing.Process");
    private static final Class<?> SHORT_LIST = List.of(0).getClass();
    private static final Class<?> LONG_LIST = List.of(0, 0, 0).getClass();

    private byte[] bytes = new byte[64];
    private UnaryOperator<Object> watcher;
    private int length;

    /** Makes an encoder that holds nothing yet. */
    public Encoder() {}

    /**
     * Has every object shown that Java serialization writes from now on; values with a compact form are not.
     *
     * @param watcher is given each object once for each value, and returns it or what is to be written instead
     */
    public void watch(UnaryOperator<Object> watcher) {
        this.watcher = watcher;
    }

    /**
     * Encodes one item as a frame: its length in four bytes, the value, zeros up to {@link #HEAD_BYTES}.
     *
     * @param item the item, may be null
     * @param itemId its id in the event trace, 0 for none
     * @return an encoder that holds just the frame
     * @throws IllegalArgumentException if the item or a part of it is not serializable, or nested too deeply
     */
    public static Encoder frame(Object item, long itemId) {
        Encoder frame = new Encoder();
        frame.setFrame(item, itemId);
        return frame;
    }

    /**
     * Forgets what was written and encodes one item as {@link #frame(Object, long)} does, in the same memory if it fits.
     *
     * @param item the item, may be null
     * @param itemId its id in the event trace, 0 for none
     * @throws IllegalArgumentException if the item or a part of it is not serializable, or nested too deeply
     */
    public void setFrame(Object item, long itemId) {
        length = LENGTH_BYTES;
        if (itemId != 0) {
            write(Tag.TRACED);
            fixed(itemId, 8);
        }
        value(item);
        setInt(0, length - LENGTH_BYTES);
        while (length < HEAD_BYTES) {
            bytes[length++] = 0;
        }
    }

    /** {@return how many bytes have room without more memory} */
    public int capacity() {
        return bytes.length;
    }

    /** {@return the array that holds the bytes, valid until the next write} */
    public byte[] bytes() {
        return bytes;
    }

    /** {@return how many bytes have been written} */
    public int length() {
        return length;
    }

    /**
     * Forgets what was written behind a place.
     *
     * @param place an earlier {@link #length()}
     */
    public void truncate(int place) {
        length = place;
    }

    @Override
    public void write(int value) {
        room(1);
        bytes[length++] = (byte) value;
    }

    @Override
    public void write(byte[] source, int offset, int count) {
        room(count);
        System.arraycopy(source, offset, bytes, length, count);
        length += count;
    }

    /**
     * Writes an integer in as few bytes as its size needs, small negative ones too (zigzag and base 128,
     * as in the encoding of protocol buffers).
     *
     * @param value the integer
     */
    public void integer(long value) {
        room(10);
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    /**
     * Writes a string that is not null.
     *
     * @param text the string
     */
    public void text(String text) {
        value(text);
    }

    /**
     * Writes a value.
     *
     * @param value the value, may be null
     * @throws IllegalArgumentException if it or a part of it is not serializable, or nested too deeply
     */
    public void value(Object value) {
        if (!scalar(value) && !array(value) && !flatList(value)) {
            serialized(value);
        }
    }

    private boolean scalar(Object value) {
        if (value == null) {
            write(Tag.NULL);
        } else if (value instanceof Integer number) {
            write(Tag.INT);
            integer(number);
        } else if (value instanceof Long number) {
            write(Tag.LONG);
            integer(number);
        } else if (value instanceof Double number) {
            write(Tag.DOUBLE);
            fixed(Double.doubleToRawLongBits(number), 8);
        } else if (value instanceof String text) {
            string(text);
        } else {
            return rareScalar(value);
        }
        return true;
    }

    private boolean rareScalar(Object value) {
        if (value instanceof Boolean flag) {
            write(flag ? Tag.TRUE : Tag.FALSE);
        } else if (value instanceof Float number) {
            write(Tag.FLOAT);
            fixed(Float.floatToRawIntBits(number), 4);
        } else if (value instanceof Short number) {
            write(Tag.SHORT);
            integer(number);
        } else if (value instanceof Byte number) {
            write(Tag.BYTE);
            write(number);
        } else if (value instanceof Character character) {
            write(Tag.CHAR);
            integer(character);
        } else {
            return false;
        }
        return true;
    }

    private boolean array(Object value) {
        if (value instanceof byte[] items) {
            head(Tag.BYTES, items.length);
            write(items, 0, items.length);
        } else if (value instanceof int[] items) {
            head(Tag.INTS, items.length);
            bulk(items.length, 4).asIntBuffer().put(items);
        } else if (value instanceof long[] items) {
            head(Tag.LONGS, items.length);
            bulk(items.length, 8).asLongBuffer().put(items);
        } else if (value instanceof double[] items) {
            head(Tag.DOUBLES, items.length);
            bulk(items.length, 8).asDoubleBuffer().put(items);
        } else {
            return false;
        }
        return true;
    }

    /** Only lists of scalars: a nested list might occur twice or hold itself, which Java serialization keeps. */
    private boolean flatList(Object value) {
        Class<?> type = value.getClass();
        boolean immutable = type == SHORT_LIST || type == LONG_LIST;
        if (!immutable && type != ArrayList.class) {
            return false;
        }
        List<?> items = (List<?>) value;
        int start = length;
        head(immutable ? Tag.IMMUTABLE_LIST : Tag.ARRAY_LIST, items.size());
        for (Object item : items) {
            if (item == null && immutable || !scalar(item)) {
                length = start;
                return false;
            }
        }
        return true;
    }

    private void string(String text) {
        int count = text.length();
        int start = length;
        head(Tag.LATIN, count);
        room(count);
        for (int i = 0; i < count; i++) {
            char c = text.charAt(i);
            if (c > 0xFF) {
                length = start;
                wideString(text);
                return;
            }
            bytes[length++] = (byte) c;
        }
    }

    /** Two bytes a char: UTF-8 would lose the unpaired surrogates that a Java string may hold. */
    private void wideString(String text) {
        head(Tag.TEXT, text.length());
        bulk(text.length(), 2).asCharBuffer().put(text);
    }

    private void serialized(Object value) {
        write(Tag.SERIALIZED);
        int place = length;
        fixed(0, LENGTH_BYTES);
        try (ObjectOutputStream out = watcher == null ? new ObjectOutputStream(this) : new Watched(this, watcher)) {
            out.writeObject(value);
        } catch (NotSerializableException e) {
            throw new IllegalArgumentException(
                    "cannot send a " + value.getClass().getName() + " to another process: " + e.getMessage()
                            + " is not serializable; " + wayOut(e.getMessage()),
                    e);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "cannot send a " + value.getClass().getName() + " to another process: " + e, e);
        } catch (StackOverflowError e) {
            throw new IllegalArgumentException(
                    "cannot send a " + value.getClass().getName() + " to another process: it is nested too deeply for"
                            + " the stack of this thread; send its parts in a list or array, or enlarge stacks (-Xss)",
                    e);
        }
        setInt(place, length - place - LENGTH_BYTES);
    }

    private static final class Watched extends ObjectOutputStream {
        private final UnaryOperator<Object> watcher;

        Watched(OutputStream out, UnaryOperator<Object> watcher) throws IOException {
            super(out);
            this.watcher = watcher;
            boolean unused = enableReplaceObject(true);
        }

        @Override
        protected Object replaceObject(Object part) {
            return watcher.apply(part);
        }
    }

    /** Only the classes of the program can be changed by the program. */
    private static String wayOut(String type) {
        if (STAY_AT_HOME.contains(type)) {
            return "use it in the process that made it";
        }
        if (type.contains("$$Lambda")) {
            return "let the interface of the lambda extend java.io.Serializable";
        }
        boolean platform = type.startsWith("java.") || type.startsWith("javax.") || type.startsWith("jdk.");
        return platform
                ? "send what it holds, or keep it in a local variable or a transient field"
                : "let it implement java.io.Serializable";
    }

    private void setInt(int place, int value) {
        bytes[place] = (byte) (value >>> 24);
        bytes[place + 1] = (byte) (value >>> 16);
        bytes[place + 2] = (byte) (value >>> 8);
        bytes[place + 3] = (byte) value;
    }

    private void head(int tag, int count) {
        write(tag);
        integer(count);
    }

    private void fixed(long bits, int count) {
        room(count);
        for (int shift = 8 * (count - 1); shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (bits >>> shift);
        }
    }

    private ByteBuffer bulk(int count, int width) {
        long size = (long) count * width;
        if (size > MOST_BYTES) {
            throw tooLarge(size);
        }
        room((int) size);
        ByteBuffer place = ByteBuffer.wrap(bytes, length, (int) size);
        length += (int) size;
        return place;
    }

    private void room(int more) {
        long needed = (long) length + more;
        if (needed > MOST_BYTES) {
            throw tooLarge(needed);
        }
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(Math.max(needed, 2L * bytes.length), MOST_BYTES));
        }
    }

    private static IllegalArgumentException tooLarge(long size) {
        return new IllegalArgumentException(
                "cannot send an item of " + size + " bytes to another process; send it in parts below 2 GiB");
    }
}
