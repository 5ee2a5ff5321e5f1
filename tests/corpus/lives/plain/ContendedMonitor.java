/**
 * Eight threads want the same monitor all the time, and work in it.
 *
 * pattern: hand-over
 * expect: lives
 */
class ContendedMonitor {
    private static long count;

    public static void main(String[] args) {
        Object monitor = new Object();
        long end = System.nanoTime() + 2_500_000_000L;
        for (int i = 0; i < 8; i++) {
            new Thread(() -> {
                        while (System.nanoTime() < end) {
                            synchronized (monitor) {
                                for (int k = 0; k < 1000; k++) {
                                    count += k;
                                }
                            }
                        }
                    })
                    .start();
        }
    }
}
