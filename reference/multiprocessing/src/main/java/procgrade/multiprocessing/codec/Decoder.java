package procgrade.multiprocessing.codec;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads back what an {@link Encoder} wrote. Not safe for use by several threads. */
public final class Decoder {
    private final byte[] bytes;
    private int position;

    /**
     * Reads a part of an array.
     *
     * @param bytes holds the encoded values
     * @param offset index of the first byte
     */
    public Decoder(byte[] bytes, int offset) {
        this.bytes = bytes;
        this.position = offset;
    }

    /**
     * Reads the length of a frame's value from the frame's head.
     *
     * @param head the first {@link Encoder#HEAD_BYTES} bytes of the frame
     * @return the number of bytes behind the four of the length
     * @throws IllegalStateException if it is negative: the bytes are not a frame
     */
    public static int bodyLength(byte[] head) {
        int length = (head[0] & 0xFF) << 24 | (head[1] & 0xFF) << 16 | (head[2] & 0xFF) << 8 | (head[3] & 0xFF);
        if (length < 1) {
            throw new IllegalStateException("the pipe holds " + length
                    + " where an item's length should be: a process was killed amid using it, or something else than this"
                    + " library wrote to it; make a new one, and end processes between their items");
        }
        return length;
    }

    /** {@return the id in the event trace that the next value carries, 0 if it carries none} */
    public long itemId() {
        if (bytes[position] != Tag.TRACED) {
            return 0;
        }
        position++;
        return fixed(8);
    }

    /** {@return the next byte, 0 to 255} */
    public int raw() {
        return bytes[position++] & 0xFF;
    }

    /** {@return the next integer} */
    public long integer() {
        long rest = 0;
        for (int shift = 0; ; shift += 7) {
            byte part = bytes[position++];
            rest |= (long) (part & 0x7F) << shift;
            if (part >= 0) {
                return (rest >>> 1) ^ -(rest & 1);
            }
        }
    }

    /** {@return the next string} */
    public String text() {
        return (String) value();
    }

    /**
     * Reads the next value.
     *
     * @return the value, may be null
     * @throws IllegalStateException if its class is not on this process's class path or refuses the bytes
     */
    public Object value() {
        int tag = bytes[position++];
        return switch (tag) {
            case Tag.INT -> (int) integer();
            case Tag.LONG -> integer();
            case Tag.DOUBLE -> Double.longBitsToDouble(fixed(8));
            case Tag.LATIN, Tag.TEXT -> string(tag);
            case Tag.BYTES, Tag.INTS, Tag.LONGS, Tag.DOUBLES -> array(tag);
            case Tag.ARRAY_LIST, Tag.IMMUTABLE_LIST -> list(tag);
            case Tag.SERIALIZED -> serialized();
            default -> rareScalar(tag);
        };
    }

    private Object rareScalar(int tag) {
        return switch (tag) {
            case Tag.NULL -> null;
            case Tag.TRUE -> true;
            case Tag.FALSE -> false;
            case Tag.FLOAT -> Float.intBitsToFloat((int) fixed(4));
            case Tag.SHORT -> (short) integer();
            case Tag.BYTE -> bytes[position++];
            case Tag.CHAR -> (char) integer();
            default ->
                throw new IllegalStateException("unknown tag " + tag
                        + " in an item; all processes of a program must use the same version of the library");
        };
    }

    @SuppressWarnings("deprecation") // the only constructor that makes a Latin-1 string without a decoder
    private String string(int tag) {
        int count = (int) integer();
        if (tag == Tag.LATIN) {
            String text = new String(bytes, 0, position, count);
            position += count;
            return text;
        }
        return bulk(count, 2).asCharBuffer().toString();
    }

    private Object array(int tag) {
        int count = (int) integer();
        switch (tag) {
            case Tag.BYTES:
                position += count;
                return Arrays.copyOfRange(bytes, position - count, position);
            case Tag.INTS:
                int[] ints = new int[count];
                bulk(count, 4).asIntBuffer().get(ints);
                return ints;
            case Tag.LONGS:
                long[] longs = new long[count];
                bulk(count, 8).asLongBuffer().get(longs);
                return longs;
            default:
                double[] doubles = new double[count];
                bulk(count, 8).asDoubleBuffer().get(doubles);
                return doubles;
        }
    }

    private List<Object> list(int tag) {
        int count = (int) integer();
        if (tag == Tag.ARRAY_LIST) {
            List<Object> items = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                items.add(value());
            }
            return items;
        }
        Object[] items = new Object[count];
        for (int i = 0; i < count; i++) {
            items[i] = value();
        }
        return List.of(items);
    }

    private Object serialized() {
        int length = (int) fixed(4);
        position += length;
        InputStream source = new ByteArrayInputStream(bytes, position - length, length);
        try {
            return ProgramObjects.read(source);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "cannot read an item: its class " + e.getMessage()
                            + " is not on the class path of this process; start all processes with the same class path",
                    e);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "cannot read an item: " + e + "; let its class write what it can read back", e);
        } catch (StackOverflowError e) {
            throw new IllegalStateException(
                    "cannot read an item: it is nested too deeply for the stack of this thread; send its parts in a list"
                            + " or array, or enlarge stacks (-Xss)",
                    e);
        }
    }

    private long fixed(int count) {
        long bits = 0;
        for (int i = 0; i < count; i++) {
            bits = bits << 8 | (bytes[position++] & 0xFF);
        }
        return bits;
    }

    private ByteBuffer bulk(int count, int width) {
        ByteBuffer place = ByteBuffer.wrap(bytes, position, count * width);
        position += count * width;
        return place;
    }

    /** Finds classes where the program does, not where this library was loaded. */
    private static final class ProgramObjects extends ObjectInputStream {
        ProgramObjects(InputStream source) throws IOException {
            super(source);
        }

        /** Here and not in the decoder, which can then be loaded without the classes of serialization. */
        static Object read(InputStream source) throws IOException, ClassNotFoundException {
            try (ObjectInputStream in = new ProgramObjects(source)) {
                return in.readObject();
            }
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            try {
                return super.resolveClass(description);
            } catch (ClassNotFoundException e) {
                return Class.forName(
                        description.getName(), false, Thread.currentThread().getContextClassLoader());
            }
        }
    }
}
