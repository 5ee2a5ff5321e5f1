package procgrade.multiprocessing.trace;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * What one process recorded.
 *
 * @param pid the process
 * @param began when tracing began in it, by the wall clock
 * @param beganNanos the same moment by the clock of the events, in nanoseconds
 * @param ending why records may be missing at the end
 * @param unreadable how many records made no sense and were left out; 0 in every file that is whole
 * @param events the events by time; immutable
 */
public record TraceFile(long pid, Instant began, long beganNanos, Ending ending, int unreadable, List<Event> events) {

    /** Copies the list. */
    public TraceFile {
        events = List.copyOf(events);
    }

    /** What happened, see the constants of the same names in {@link Trace}. */
    public enum Kind {
        /** A lock or semaphore was acquired. */
        ACQUIRE,
        /** A lock or semaphore was about to be released. */
        RELEASE,
        /** An item was about to enter a queue or pipe. */
        PUT,
        /** An item had left a queue or pipe. */
        GET,
        /** A barrier let a thread pass. */
        BARRIER,
        /** Tracing began in the process. */
        START,
        /** The process started another one. */
        SPAWN,
        /** The process was about to end. */
        EXIT;

        /** By number, from 1. */
        static final Kind[] ALL = values();
    }

    /** Why a trace has no more events. */
    public enum Ending {
        /** There were no more; the process ended or was killed or is still alive. */
        COMPLETE,
        /** The file could not grow, e.g. because the disk was full. */
        NO_SPACE,
        /** The file had reached the largest size that a trace may have. */
        LIMIT;

        /** By number, from 0. */
        static final Ending[] ALL = values();
    }

    /**
     * One event.
     *
     * @param kind what happened
     * @param object the name of the object it happened to, or of the process that was started; empty for none
     * @param item what the kind says: an item's id, a pid, an exit code
     * @param nanos when, in nanoseconds of a clock that all processes of the machine share and that starts anywhere
     * @param cpuNanos CPU time of the thread so far in nanoseconds, -1 if unknown
     * @param thread the thread's number in its process, as {@link Thread#getId()} gives it
     */
    public record Event(Kind kind, String object, long item, long nanos, long cpuNanos, int thread) {}

    /**
     * Reads a trace file, also while its process is still writing.
     *
     * @param file the file
     * @return what is complete in it; a torn end is ignored
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if it is not a trace
     */
    public static TraceFile read(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), Layout.CHUNK_BYTES)) {
            return new TraceReader(file, in).read();
        }
    }
}
