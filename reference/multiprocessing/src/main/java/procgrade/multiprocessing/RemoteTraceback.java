package procgrade.multiprocessing;

import java.util.Arrays;

/**
 * The cause of an exception that a pool's worker threw: shows where, as Python's {@code RemoteTraceback}.
 * The exception itself shows where its result was asked for.
 */
final class RemoteTraceback extends Exception {
    private static final long serialVersionUID = 1;

    /** Longer chains of causes are rings. */
    private static final int DEEPEST = 1000;

    RemoteTraceback(String worker, StackTraceElement[] frames) {
        super("in " + worker);
        setStackTrace(frames);
    }

    /** Cuts the frames of reflection and of this library below the task. */
    static StackTraceElement[] ofTask(StackTraceElement[] frames) {
        int end = 0;
        while (end < frames.length && !frames[end].getClassName().startsWith(TargetCall.class.getName())) {
            end++;
        }
        while (end > 0 && isReflection(frames[end - 1].getClassName())) {
            end--;
        }
        return Arrays.copyOf(frames, end);
    }

    private static boolean isReflection(String name) {
        return name.startsWith("java.lang.reflect.") || name.startsWith("jdk.internal.reflect.");
    }

    /** Puts itself behind the last cause of an exception; the exception then shows where this thread is. */
    void attachTo(Throwable thrown) {
        thrown.setStackTrace(framesOfCaller());
        Throwable last = thrown;
        for (int depth = 0; last.getCause() != null && depth < DEEPEST; depth++) {
            last = last.getCause();
        }
        try {
            Throwable unused = last.initCause(this);
        } catch (IllegalStateException causeIsFixed) {
            thrown.addSuppressed(this);
        }
    }

    /** Where this thread is in the program. */
    private static StackTraceElement[] framesOfCaller() {
        StackTraceElement[] frames = new Throwable().getStackTrace();
        int begin = 0;
        while (begin < frames.length - 1 && isPlumbing(frames[begin].getClassName())) {
            begin++;
        }
        return Arrays.copyOfRange(frames, begin, frames.length);
    }

    private static boolean isPlumbing(String name) {
        return name.equals(RemoteTraceback.class.getName()) || name.equals(PoolFailure.class.getName());
    }
}
