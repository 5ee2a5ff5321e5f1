/**
 * A shutdown hook sleeps, after all of main is done.
 *
 * pattern: start and shutdown
 * expect: lives
 */
class SlowShutdown {
    public static void main(String[] args) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                Thread.sleep(2500);
            } catch (InterruptedException cause) {
                throw new IllegalStateException(cause);
            }
        }));
    }
}
