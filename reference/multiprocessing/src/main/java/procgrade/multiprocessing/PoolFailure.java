package procgrade.multiprocessing;

import java.util.Arrays;
import procgrade.multiprocessing.codec.Decoder;
import procgrade.multiprocessing.codec.Encoder;

/**
 * Why a task has no result. Whoever asks gets an exception made anew, since it shows where it was asked.
 */
final class PoolFailure {
    private static final int AS_IT_IS = 0;
    private static final int IN_WORDS = 1;
    private static final StackTraceElement[] NOWHERE = {};

    /** What a worker sent, null if the failure arose in this process. */
    private final byte[] sent;

    /** Which worker, or else what happened; null if the exception itself says so. */
    private final String text;

    private final Throwable local;
    private final PoolFailure cause;

    private PoolFailure(byte[] sent, String text, Throwable local, PoolFailure cause) {
        this.sent = sent;
        this.text = text;
        this.local = local;
        this.cause = cause;
    }

    /** An exception of this process. */
    static PoolFailure of(Throwable local) {
        return new PoolFailure(null, null, local, null);
    }

    /** Something that happened to the pool, with what led to it or null. */
    static PoolFailure because(String text, PoolFailure cause) {
        return new PoolFailure(null, text, null, cause);
    }

    /** What a worker sent: {@link #encode} or {@link #encodeUnsendable}. */
    static PoolFailure from(String worker, byte[] sent) {
        return new PoolFailure(sent, worker, null, null);
    }

    /** Encodes an exception in the worker. */
    static byte[] encode(Throwable thrown) {
        Encoder out = new Encoder();
        out.write(AS_IT_IS);
        try {
            out.value(thrown);
            return bytes(out);
        } catch (RuntimeException | StackOverflowError cannotTravel) {
            return words(
                    "a task threw " + thrown + ", but that exception cannot be sent: " + cannotTravel.getMessage(),
                    thrown.getStackTrace());
        }
    }

    /** Encodes in the worker that a result cannot travel. */
    static byte[] encodeUnsendable(Throwable reason) {
        return words("a task has a result that cannot be sent: " + describe(reason), NOWHERE);
    }

    private static String describe(Throwable reason) {
        return reason.getMessage() == null ? reason.toString() : reason.getMessage();
    }

    private static byte[] words(String message, StackTraceElement[] frames) {
        Encoder out = new Encoder();
        out.write(IN_WORDS);
        out.text(message);
        out.value(frames);
        return bytes(out);
    }

    private static byte[] bytes(Encoder out) {
        return Arrays.copyOf(out.bytes(), out.length());
    }

    /** The exception of the task, or one that says why there is none. */
    Throwable exception() {
        if (local != null) {
            return local;
        }
        if (sent == null) {
            return new TaskFailed(text, cause == null ? null : cause.exception());
        }
        try {
            return read(new Decoder(sent, 0));
        } catch (RuntimeException unreadable) {
            return new TaskFailed(
                    "a task failed in " + text + ", but its exception cannot be read: " + describe(unreadable),
                    unreadable);
        }
    }

    private Throwable read(Decoder in) {
        if (in.raw() == AS_IT_IS) {
            Throwable thrown = (Throwable) in.value();
            StackTraceElement[] frames = RemoteTraceback.ofTask(thrown.getStackTrace());
            new RemoteTraceback(text, frames).attachTo(thrown);
            return thrown;
        }
        String message = in.text();
        StackTraceElement[] frames = RemoteTraceback.ofTask((StackTraceElement[]) in.value());
        return new TaskFailed(message, new RemoteTraceback(text, frames));
    }

    /** The same as something that a method without a throws clause may throw. */
    RuntimeException unchecked() {
        Throwable thrown = exception();
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException exception
                ? exception
                : new TaskFailed("a task threw " + thrown + ", a checked exception; see the cause", thrown);
    }
}
