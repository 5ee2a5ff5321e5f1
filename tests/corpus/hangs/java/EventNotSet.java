import procgrade.multiprocessing.Event;
import procgrade.multiprocessing.Process;

/**
 * The master sets the event after it has joined those who wait for it.
 *
 * pattern: event never set
 * expect: DEADLOCK
 */
class EventNotSet {
    static Event start = new Event();

    static void worker() {
        start.await();
    }

    public static void main(String[] args) {
        Process one = new Process(EventNotSet::worker).start();
        Process two = new Process(EventNotSet::worker).start();
        one.join();
        two.join();
        start.set();
    }
}
