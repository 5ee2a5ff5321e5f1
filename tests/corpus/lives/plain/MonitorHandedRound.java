/**
 * Two threads hand a turn to and fro with wait and notify.
 *
 * pattern: hand-over
 * expect: lives
 */
class MonitorHandedRound {
    private static final Object MONITOR = new Object();
    private static int turn;

    public static void main(String[] args) {
        long end = System.nanoTime() + 2_500_000_000L;
        new Thread(() -> play(0, end)).start();
        play(1, end);
    }

    private static void play(int mine, long end) {
        synchronized (MONITOR) {
            while (System.nanoTime() < end) {
                turn = 1 - mine;
                MONITOR.notifyAll();
                while (turn != mine && System.nanoTime() < end) {
                    try {
                        MONITOR.wait();
                    } catch (InterruptedException cause) {
                        throw new IllegalStateException(cause);
                    }
                }
            }
            turn = 1 - mine;
            MONITOR.notifyAll();
        }
    }
}
