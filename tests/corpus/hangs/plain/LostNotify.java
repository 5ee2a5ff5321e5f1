/**
 * The notification comes before the wait.
 *
 * pattern: lost wake-up, threads
 * expect: DEADLOCK
 */
class LostNotify {
    public static void main(String[] args) throws InterruptedException {
        Object monitor = new Object();
        Thread late = new Thread(() -> {
            try {
                Thread.sleep(300);
                synchronized (monitor) {
                    monitor.wait();
                }
            } catch (InterruptedException cause) {
                throw new IllegalStateException(cause);
            }
        });
        late.start();
        synchronized (monitor) {
            monitor.notifyAll();
        }
        late.join();
    }
}
