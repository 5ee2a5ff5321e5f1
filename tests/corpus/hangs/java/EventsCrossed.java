import procgrade.multiprocessing.Event;
import procgrade.multiprocessing.Process;

/**
 * Each waits for the other's event before it sets its own.
 *
 * pattern: event never set
 * expect: DEADLOCK
 */
class EventsCrossed {
    static void meet(Event mine, Event yours) {
        yours.await();
        mine.set();
    }

    public static void main(String[] args) {
        Event a = new Event();
        Event b = new Event();
        Process worker = new Process(EventsCrossed::meet, a, b).start();
        meet(b, a);
        worker.join();
    }
}
