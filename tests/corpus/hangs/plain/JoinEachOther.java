/**
 * The first thread and another one join each other.
 *
 * pattern: join in a circle
 * expect: DEADLOCK
 */
class JoinEachOther {
    public static void main(String[] args) throws InterruptedException {
        Thread first = Thread.currentThread();
        Thread second = new Thread(() -> {
            try {
                first.join();
            } catch (InterruptedException cause) {
                throw new IllegalStateException(cause);
            }
        });
        second.start();
        second.join();
    }
}
