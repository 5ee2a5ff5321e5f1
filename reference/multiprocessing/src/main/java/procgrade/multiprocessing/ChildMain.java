package procgrade.multiprocessing;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.function.Consumer;
import procgrade.multiprocessing.codec.Decoder;
import procgrade.multiprocessing.globals.GlobalsReader;
import procgrade.multiprocessing.kernel.Cells;
import procgrade.multiprocessing.kernel.Fifo;
import procgrade.multiprocessing.kernel.Session;
import procgrade.multiprocessing.trace.Trace;

/**
 * The main class of every child: reads what its parent sent, puts the globals in place, runs the target.
 *
 * <p>It ends with {@link Runtime#halt}: hooks that the program may have set are its first process's, as with
 * Python's forked children. Only {@link System#exit} runs a child's own.
 */
final class ChildMain {
    private static final int LENGTH_BYTES = 4;

    private static Cells mark;

    private ChildMain() {}

    /**
     * Runs the child.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        boolean unused = Trace.ON; // a traced process begins its file before anything else
        TargetCall.ReadyCall call;
        try {
            Decoder in = readPayload();
            Lifeline.watch();
            call = prepare(in);
        } catch (EOFException parentIsGone) {
            Runtime.getRuntime().halt(1);
            return;
        } catch (Throwable thrown) {
            Console.traceback(CurrentProcess.get().name(), thrown);
            Runtime.getRuntime().halt(1);
            return;
        }
        end(run(call));
    }

    private static Decoder readPayload() throws IOException {
        FileInputStream in = new FileInputStream(FileDescriptor.in);
        int length = 0;
        for (byte part : read(in, LENGTH_BYTES)) {
            length = length << 8 | part & 0xFF;
        }
        Decoder payload = new Decoder(read(in, length), 0);
        System.setIn(new ByteArrayInputStream(new byte[0]));
        return payload;
    }

    /** Not by a {@code DataInputStream}, whose class takes JDK 25 more than a millisecond to initialize. */
    private static byte[] read(FileInputStream in, int count) throws IOException {
        byte[] bytes = new byte[count];
        if (in.readNBytes(bytes, 0, count) < count) {
            throw new EOFException();
        }
        return bytes;
    }

    private static TargetCall.ReadyCall prepare(Decoder in) throws ReflectiveOperationException {
        String identity = in.text();
        Session session = Session.attach(new File(in.text()), (int) in.integer(), identity);
        mark = session.open(in.text());
        String births = in.text();
        String name = in.text();
        boolean daemon = (Boolean) in.value();
        Process parent = CurrentProcess.described(in.text(), false, in.integer());
        CurrentProcess.set(name, identity, daemon, parent);
        Lifecycle.installInChild(mark);
        Shared.restoring = true;
        GlobalsReader globals = GlobalsReader.restore(in, new Values(), new Warnings());
        RefusedStart.rethrow();
        Process.shareGlobals(globals.classes().toArray(new Class<?>[0]));
        TargetCall.ReadyCall call = TargetCall.read(in, globals);
        Shared.restoring = false;
        reportBirth(session, births);
        return call;
    }

    private static void reportBirth(Session session, String births) {
        try (Fifo pipe = session.openFifo(births)) {
            Departures.arrived(pipe, session.processIndex());
        }
    }

    /** What a class that failed for trying to start a process lacks is not worth a word: the child ends. */
    private static final class Warnings implements Consumer<String> {
        @Override
        public void accept(String sentence) {
            if (!RefusedStart.happened()) {
                Console.warnOnce(sentence);
            }
        }
    }

    private static int run(TargetCall.ReadyCall call) {
        try {
            call.run();
            return 0;
        } catch (Throwable thrown) {
            Console.traceback(CurrentProcess.get().name(), thrown);
            return 1;
        } finally {
            awaitThreads();
        }
    }

    /** A process ends after the last of its threads that are not daemons, in Java as in Python. */
    private static void awaitThreads() {
        boolean interrupted = false;
        for (Thread thread = programThread(); thread != null; thread = programThread()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread programThread() {
        Thread current = Thread.currentThread();
        Thread[] threads = new Thread[current.getThreadGroup().activeCount() + 16];
        int count = current.getThreadGroup().enumerate(threads);
        for (int i = 0; i < count; i++) {
            if (threads[i] != current && !threads[i].isDaemon()) {
                return threads[i];
            }
        }
        return null;
    }

    private static void end(int code) {
        Lifecycle.finish();
        System.out.flush();
        System.err.flush();
        Lifecycle.markEnd(mark);
        if (Trace.ON) {
            Trace.record(Trace.EXIT, 0, code);
        }
        Runtime.getRuntime().halt(code);
    }
}
