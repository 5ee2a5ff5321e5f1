/**
 * One thread sleeps in a monitor, five wait to enter.
 *
 * pattern: late
 * expect: lives
 */
class SleepsInMonitor {
    public static void main(String[] args) throws InterruptedException {
        Object monitor = new Object();
        synchronized (monitor) {
            for (int i = 0; i < 5; i++) {
                new Thread(() -> {
                            synchronized (monitor) {
                                monitor.notifyAll();
                            }
                        })
                        .start();
            }
            Thread.sleep(2500);
        }
    }
}
