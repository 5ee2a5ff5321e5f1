package procgrade.multiprocessing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import procgrade.multiprocessing.kernel.Fifo;
import procgrade.multiprocessing.kernel.Session;

/**
 * Knows which shared objects are on their way to children that have not opened them yet.
 *
 * <p>A child opens pipes by path, some time after {@code start()}. If the parent closed the last other
 * copy before, what is in the pipe would be lost; so a close waits for the children concerned. Each
 * child reports to its parent's pipe {@code process-<index>.births} once it has opened everything, and
 * the parent does so for a child that died before.
 */
final class Departures {
    private static final int RECORD_BYTES = 4;

    private static final ThreadLocal<Set<String>> SENDING = new ThreadLocal<>();

    private static Fifo births;
    private static final Map<Integer, Set<String>> UNDER_WAY = new HashMap<>();

    private Departures() {}

    /** Begins to collect what this thread sends to a child. */
    static void begin() {
        SENDING.set(new HashSet<>());
    }

    static void noteSent(Handle handle) {
        Set<String> sending = SENDING.get();
        if (sending != null) {
            sending.add(handle.name());
        }
    }

    /** Ends the collection; the objects are under way to a child. */
    static void depart(int childIndex) {
        Set<String> names = SENDING.get();
        SENDING.remove();
        synchronized (UNDER_WAY) {
            while (births().available() >= RECORD_BYTES) {
                readRecord();
            }
            UNDER_WAY.put(childIndex, names);
        }
    }

    /** The name of the pipe to which this process's children report. */
    static String birthsName() {
        synchronized (UNDER_WAY) {
            return births().path().getName();
        }
    }

    private static Fifo births() {
        if (births == null) {
            Session session = Session.current();
            births = session.createFifo("process-" + session.processIndex() + ".births");
        }
        return births;
    }

    /** To be called by the child when it has opened everything, or by its parent when it has died. */
    static void arrived(Fifo births, int childIndex) {
        births.write(
                new byte[] {
                    (byte) (childIndex >>> 24), (byte) (childIndex >>> 16), (byte) (childIndex >>> 8), (byte) childIndex
                },
                0,
                RECORD_BYTES);
    }

    /** Ends the collection; nothing departs. */
    static void cancel() {
        SENDING.remove();
    }

    /**
     * To be called by the parent when a child has ended, wherever it had got to, and before its index is
     * used again: records of the old child must not be taken for the new one's.
     */
    static void ended(int childIndex) {
        arrived(births, childIndex);
    }

    /** Waits in the kernel until no child is still to open an object. */
    static void awaitTakenOver(String name) {
        synchronized (UNDER_WAY) {
            while (isUnderWay(name)) {
                readRecord();
            }
        }
    }

    private static boolean isUnderWay(String name) {
        for (Set<String> names : UNDER_WAY.values()) {
            if (names.contains(name)) {
                return true;
            }
        }
        return false;
    }

    private static void readRecord() {
        byte[] record = new byte[RECORD_BYTES];
        births.read(record, 0, RECORD_BYTES);
        int index = (record[0] & 0xFF) << 24 | (record[1] & 0xFF) << 16 | (record[2] & 0xFF) << 8 | (record[3] & 0xFF);
        UNDER_WAY.remove(index);
    }
}
