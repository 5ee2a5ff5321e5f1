import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;

/**
 * Waits until the collector has found an object to be garbage; another thread allocates now and then.
 *
 * pattern: garbage collection
 * expect: lives
 */
class AwaitsReference {
    public static void main(String[] args) throws InterruptedException {
        ReferenceQueue<Object> queue = new ReferenceQueue<>();
        WeakReference<Object> reference = new WeakReference<>(new Object(), queue);
        new Thread(() -> {
                    try {
                        Thread.sleep(2500);
                    } catch (InterruptedException cause) {
                        throw new IllegalStateException(cause);
                    }
                    System.gc();
                })
                .start();
        System.out.println(queue.remove() == reference);
    }
}
