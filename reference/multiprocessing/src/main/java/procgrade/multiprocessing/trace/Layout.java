package procgrade.multiprocessing.trace;

/** The format of trace files, field by field in {@code docs/trace.md}: big-endian records of one size. */
final class Layout {
    /** The first record is the head of the file. */
    static final int RECORD_BYTES = 40;

    /** A whole number of records and of memory pages, of 4096 and of 65,536 bytes. */
    static final int CHUNK_BYTES = 655_360;

    static final long MAGIC = 0x5047_5452_4143_4531L; // "PGTRACE1"

    static final int HEAD_MAGIC = 0;
    static final int HEAD_RECORD_BYTES = 8;
    static final int HEAD_PID = 12;
    static final int HEAD_NANOS = 16;
    static final int HEAD_EPOCH_MILLIS = 24;
    static final int HEAD_ENDING = 32;

    static final int KIND = 0;
    static final int OBJECT = 4;
    static final int ITEM = 8;
    static final int NANOS = 16;
    static final int CPU_NANOS = 24;
    static final int THREAD = 32;

    /** The kind that gives an object's number its name, in as many records as the name needs. */
    static final int DEFINE = 9;

    static final int NAME_LENGTH = 1;
    static final int NAME_PART = 2;
    static final int NAME = 8;
    static final int NAME_BYTES = RECORD_BYTES - NAME;
    static final int MOST_PARTS = 64;

    /** CPU time that the JVM could not tell, e.g. of a virtual thread. */
    static final long UNKNOWN = -1;

    static final int ENDING_NO_SPACE = 1;
    static final int ENDING_LIMIT = 2;

    private Layout() {}
}
