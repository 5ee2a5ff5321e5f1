/**
 * Three threads wait to be notified by each other.
 *
 * pattern: condition, threads
 * expect: DEADLOCK
 */
class WaitWithoutNotify {
    private static final Object MONITOR = new Object();

    public static void main(String[] args) throws InterruptedException {
        for (int i = 0; i < 2; i++) {
            new Thread(WaitWithoutNotify::waitThenNotify).start();
        }
        waitThenNotify();
    }

    private static void waitThenNotify() {
        synchronized (MONITOR) {
            try {
                MONITOR.wait();
            } catch (InterruptedException cause) {
                throw new IllegalStateException(cause);
            }
            MONITOR.notifyAll();
        }
    }
}
