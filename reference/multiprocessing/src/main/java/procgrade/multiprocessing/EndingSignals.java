package procgrade.multiprocessing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.locks.LockSupport;

/**
 * Hears the signals that ask the first process to end.
 *
 * <p>The JDK's own handlers start the shutdown hooks. While the hook of this library waits for children they
 * would wait for that hook, so it brings handlers along that end the program at once.
 */
final class EndingSignals implements InvocationHandler, Runnable {
    private static final int HANGUP = 1;
    private static final int INTERRUPT = 2;
    private static final int TERMINATE = 15;

    /** When to look again for a signal that the JDK took just before this class's handlers were there. */
    private static final long[] LATER_LOOKS_MILLIS = {10, 100, 1_000};

    private static volatile boolean heard;

    private EndingSignals() {}

    /** The number of the signal that started the shutdown, 0 if none did: the JDK handles each in a thread of its name. */
    static int pending() {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            switch (thread.getName()) {
                case "SIGHUP handler":
                    return HANGUP;
                case "SIGINT handler":
                    return INTERRUPT;
                case "SIGTERM handler":
                    return TERMINATE;
                default:
                    break;
            }
        }
        return 0;
    }

    /**
     * To be called by the hook before it waits. Signals that the program ignores, as with nohup, stay ignored.
     *
     * <p>By reflection, since a compiler warns of {@code sun.misc.Signal} in a way that nothing suppresses.
     */
    static void hear() {
        EndingSignals signals = new EndingSignals();
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object mine = Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, signals);
            Method handle = signal.getMethod("handle", signal, handler);
            for (String name : new String[] {"HUP", "INT", "TERM"}) {
                handle.invoke(null, signal.getConstructor(String.class).newInstance(name), mine);
            }
        } catch (ReflectiveOperationException refused) {
            // with -Xrs, signals end the process without anybody's help
            return;
        }
        endIfMissed();
        Thread later = new Thread(signals, "mp-signals");
        later.setDaemon(true);
        later.start();
    }

    /** Looks some more times: between taking a signal and starting the thread for it the JDK may be held up. */
    @Override
    public void run() {
        try {
            for (long millis : LATER_LOOKS_MILLIS) {
                Thread.sleep(millis);
                endIfMissed();
            }
        } catch (InterruptedException nobodyShould) {
            return;
        }
    }

    private static void endIfMissed() {
        int missed = pending();
        if (missed != 0) {
            endProgram(missed);
        }
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws ReflectiveOperationException {
        if ("handle".equals(method.getName())) {
            endProgram((Integer) arguments[0].getClass().getMethod("getNumber").invoke(arguments[0]));
        }
        return null;
    }

    private static void endProgram(int signal) {
        heard = true;
        Lifecycle.endAtOnce();
        Runtime.getRuntime().halt(Child.SIGNAL_BASE + signal);
    }

    /** To be called by the hook when it has waited: after a signal, the exit code is not its business. */
    static void yieldIfHeard() {
        while (heard) {
            LockSupport.park();
        }
    }
}
