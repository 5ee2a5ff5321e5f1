package procgrade.multiprocessing.codec;

/** The first byte of every encoded value. Constants, not an enum: the enum's loading would cost each process more. */
final class Tag {
    static final int NULL = 0;
    static final int TRUE = 1;
    static final int FALSE = 2;
    static final int INT = 3;
    static final int LONG = 4;
    static final int DOUBLE = 5;
    static final int FLOAT = 6;
    static final int SHORT = 7;
    static final int BYTE = 8;
    static final int CHAR = 9;
    static final int LATIN = 10;
    static final int TEXT = 11;
    static final int BYTES = 12;
    static final int INTS = 13;
    static final int LONGS = 14;
    static final int DOUBLES = 15;
    static final int ARRAY_LIST = 16;
    static final int IMMUTABLE_LIST = 17;
    static final int SERIALIZED = 18;

    /** Comes before a value that carries the id of its item in the event trace. */
    static final int TRACED = 19;

    private Tag() {}
}
