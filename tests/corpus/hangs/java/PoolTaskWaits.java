import procgrade.multiprocessing.Event;
import procgrade.multiprocessing.Pool;

/**
 * The only worker of the pool waits for an event that its second task would set.
 *
 * pattern: pool starved by its own tasks
 * expect: DEADLOCK
 */
class PoolTaskWaits {
    static Event event = new Event();

    static int first() {
        event.await();
        return 1;
    }

    static int second() {
        event.set();
        return 2;
    }

    public static void main(String[] args) {
        Pool pool = new Pool(1);
        var one = pool.applyAsync(PoolTaskWaits::first);
        var two = pool.applyAsync(PoolTaskWaits::second);
        System.out.println(one.get() + two.get());
    }
}
