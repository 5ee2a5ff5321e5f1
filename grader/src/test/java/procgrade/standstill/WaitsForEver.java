package procgrade.standstill;

/** A program that stands still: all its threads wait to be notified, and nobody is left to do so. */
final class WaitsForEver {
    private static final Object BELL = new Object();

    private WaitsForEver() {}

    /**
     * Waits.
     *
     * @param arguments how many more threads do the same; nothing for none
     */
    public static void main(String[] arguments) {
        int more = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 0;
        for (int i = 0; i < more; i++) {
            new Thread(WaitsForEver::await).start();
        }
        await();
    }

    private static void await() {
        synchronized (BELL) {
            while (true) {
                try {
                    BELL.wait();
                } catch (InterruptedException nobodyDoes) {
                    throw new IllegalStateException(nobodyDoes);
                }
            }
        }
    }
}
