/**
 * A virtual thread sleeps, the first thread joins it.
 *
 * pattern: sleep
 * expect: lives
 * java: 21
 */
class VirtualSleep {
    public static void main(String[] args) throws Exception {
        Runnable task = () -> {
            try {
                Thread.sleep(2500);
            } catch (InterruptedException cause) {
                throw new IllegalStateException(cause);
            }
        };
        // by reflection, so that the file compiles with Java 17
        Thread thread =
                (Thread) Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
        thread.join();
    }
}
