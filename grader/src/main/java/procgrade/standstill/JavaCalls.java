package procgrade.standstill;

import java.util.List;
import java.util.Optional;
import procgrade.standstill.Doing.Action;

/** What a thread of a Java virtual machine has called that makes it wait for another thread of its process. */
final class JavaCalls {
    /**
     * A method that waits, and what waiting there means.
     *
     * @param method the method, or all methods of a class if it ends with a dot
     * @param action what it does
     * @param object what it waits for
     */
    record Call(String method, Action action, String object) {
        boolean isOn(JavaThread thread) {
            return thread.frames().stream()
                    .anyMatch(frame -> method.endsWith(".")
                            ? frame.method().startsWith(method)
                            : frame.method().equals(method));
        }
    }

    private static final String CONCURRENT = "java.util.concurrent.";

    /** Those that use others of the list come first. */
    private static final List<Call> CALLS = List.of(
            new Call("procgrade.multiprocessing.Feeder.flush", Action.FLUSH, ""),
            new Call("procgrade.multiprocessing.AsyncResult.", Action.RESULT, ""),
            new Call("java.lang.Thread.join", Action.THREAD, "another of its threads to end"),
            new Call(CONCURRENT + "ThreadPoolExecutor.getTask", Action.TASK, ""),
            new Call(CONCURRENT + "CyclicBarrier.", Action.BARRIER, "a CyclicBarrier"),
            new Call(CONCURRENT + "CountDownLatch.await", Action.EVENT, "a CountDownLatch"),
            new Call(CONCURRENT + "Phaser.", Action.BARRIER, "a Phaser"),
            new Call(CONCURRENT + "Exchanger.", Action.EVENT, "its partner at an Exchanger"),
            new Call(CONCURRENT + "SynchronousQueue.", Action.EVENT, "its partner at a SynchronousQueue"),
            new Call(CONCURRENT + "Semaphore.", Action.LOCK, "a Semaphore"),
            new Call(CONCURRENT + "CompletableFuture.", Action.RESULT, "a CompletableFuture"),
            new Call(CONCURRENT + "FutureTask.", Action.RESULT, "a Future"),
            new Call(CONCURRENT + "ArrayBlockingQueue.take", Action.GET, "an ArrayBlockingQueue"),
            new Call(CONCURRENT + "ArrayBlockingQueue.put", Action.PUT, "an ArrayBlockingQueue"),
            new Call(CONCURRENT + "LinkedBlockingQueue.take", Action.GET, "a LinkedBlockingQueue"),
            new Call(CONCURRENT + "LinkedBlockingQueue.put", Action.PUT, "a LinkedBlockingQueue"),
            new Call(CONCURRENT + "LinkedBlockingDeque.take", Action.GET, "a LinkedBlockingDeque"),
            new Call(CONCURRENT + "PriorityBlockingQueue.take", Action.GET, "a PriorityBlockingQueue"),
            new Call(CONCURRENT + "locks.ReentrantReadWriteLock$ReadLock.lock", Action.LOCK, "a read lock"),
            new Call(CONCURRENT + "locks.ReentrantReadWriteLock$WriteLock.lock", Action.LOCK, "a write lock"),
            new Call(CONCURRENT + "locks.ReentrantLock.", Action.LOCK, "a ReentrantLock"),
            new Call(CONCURRENT + "locks.AbstractQueuedSynchronizer$ConditionObject.", Action.CONDITION, "a Condition"),
            new Call("java.lang.Object.wait", Action.CONDITION, "an object (wait)"));

    private JavaCalls() {}

    static Optional<Call> of(JavaThread thread) {
        return CALLS.stream().filter(call -> call.isOn(thread)).findFirst();
    }
}
