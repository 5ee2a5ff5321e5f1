import java.util.concurrent.CountDownLatch;

/**
 * Threads with the names of the virtual machine's own ones sleep; the first thread waits for them.
 *
 * pattern: names of the virtual machine
 * expect: lives
 */
class NamedLikeTheMachine {
    public static void main(String[] args) throws InterruptedException {
        String[] names = {"VM Periodic Task Thread", "Common-Cleaner", "GC Thread#0", "process reaper", "Finalizer"};
        CountDownLatch done = new CountDownLatch(names.length);
        for (String name : names) {
            Thread thread = new Thread(
                    () -> {
                        try {
                            Thread.sleep(2500);
                        } catch (InterruptedException cause) {
                            throw new IllegalStateException(cause);
                        }
                        done.countDown();
                    },
                    name);
            thread.setDaemon(true);
            thread.start();
        }
        done.await();
    }
}
