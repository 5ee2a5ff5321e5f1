import java.util.concurrent.CountDownLatch;

/**
 * Two classes need each other to be initialized, in two threads.
 *
 * pattern: lock order, classes
 * expect: DEADLOCK
 */
class Initializers {
    private static final CountDownLatch BOTH = new CountDownLatch(2);

    static class A {
        static final int VALUE = meet() + B.value();

        static int value() {
            return VALUE;
        }
    }

    static class B {
        static final int VALUE = meet() + A.value();

        static int value() {
            return VALUE;
        }
    }

    public static void main(String[] args) {
        new Thread(() -> System.out.println(A.value())).start();
        System.out.println(B.value());
    }

    private static int meet() {
        BOTH.countDown();
        try {
            BOTH.await();
        } catch (InterruptedException cause) {
            throw new IllegalStateException(cause);
        }
        return 1;
    }
}
