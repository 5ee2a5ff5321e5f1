package procgrade.multiprocessing;

import java.util.ArrayList;
import java.util.List;
import procgrade.multiprocessing.codec.Decoder;
import procgrade.multiprocessing.codec.Encoder;

/** What a worker process of a pool does: it runs the initializer, then task after task until no more come. */
final class PoolWorker {
    /** The first byte of a worker's messages. */
    static final int READY = 0;

    static final int INITIALIZER_FAILED = 1;
    static final int RESULTS = 2;

    /** What the parts of {@link #RESULTS} begin with. */
    static final int END = 0;

    static final int VALUE = 1;
    static final int FAILURE = 2;

    private PoolWorker() {}

    /**
     * Works; the target of the worker's process.
     *
     * @param address leads to the pool
     * @param initializer to be run first, null for none
     * @throws Exception what the initializer throws
     */
    static void serve(String address, TargetCall.ReadyCall initializer) throws Exception {
        PoolLine line = PoolLine.open(address);
        initialize(line, initializer);
        boolean wanted = send(line, READY);
        while (wanted) {
            byte[] task = line.receive();
            wanted = task.length > 0 && line.send(run(line, new Decoder(task, 0)));
        }
    }

    private static void initialize(PoolLine line, TargetCall.ReadyCall initializer) throws Exception {
        if (initializer == null) {
            return;
        }
        try {
            initializer.run();
        } catch (Throwable thrown) {
            Encoder message = MessageSink.begin();
            message.write(INITIALIZER_FAILED);
            message.value(PoolFailure.encode(thrown));
            boolean unused = line.send(message);
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (Exception) thrown;
        }
    }

    private static boolean send(PoolLine line, int word) {
        Encoder message = MessageSink.begin();
        message.write(word);
        return line.send(message);
    }

    private static Encoder run(PoolLine line, Decoder task) {
        line.noteBegun((int) task.integer());
        boolean stopsAtFailure = (Boolean) task.value();
        int arity = (int) task.integer();
        int left = (int) task.integer();
        Encoder out = MessageSink.begin();
        out.write(RESULTS);
        try {
            TargetCall.ReadyCall function = TargetCall.readFunction(task, arity);
            while (left > 0) {
                List<Object> arguments = readArguments(task, arity);
                left = call(function, arguments, out) || !stopsAtFailure ? left - 1 : 0;
            }
        } catch (ReflectiveOperationException | RuntimeException | Error unreadable) {
            byte[] failure = PoolFailure.encode(unreadable);
            for (; left > 0; left--) {
                fail(out, failure);
            }
        }
        out.write(END);
        return out;
    }

    private static List<Object> readArguments(Decoder task, int arity) throws ReflectiveOperationException {
        List<Object> arguments = new ArrayList<>(arity);
        for (int i = 0; i < arity; i++) {
            arguments.add(Values.read(task));
        }
        return arguments;
    }

    private static boolean call(TargetCall.ReadyCall function, List<Object> arguments, Encoder out) {
        Object result;
        try {
            result = function.call(arguments);
        } catch (Throwable thrown) {
            fail(out, PoolFailure.encode(thrown));
            return false;
        }
        int place = out.length();
        try {
            out.write(VALUE);
            Values.write(out, result);
            return true;
        } catch (RuntimeException | StackOverflowError cannotTravel) {
            out.truncate(place);
            fail(out, PoolFailure.encodeUnsendable(cannotTravel));
            return false;
        }
    }

    private static void fail(Encoder out, byte[] failure) {
        out.write(FAILURE);
        out.value(failure);
    }
}
