package procgrade.standstill;

/**
 * The usual mistakes that make processes wait for ever. For each, what one has to know to understand it, and where to look
 * for the way out; {@code %s} stands for the object it is about.
 */
enum Mistake {
    /** A process died while it had a lock. */
    DIED_WITH_LOCK(
            "A lock is not given back when its owner dies: whoever waits for it waits for ever.",
            "Find out why that process ended, and do not terminate a process that may have %s."),
    /** A process waits for a lock that it has. */
    LOCK_TWICE(
            "Whoever has a lock and acquires it again waits for itself.",
            "Acquire %s once, or take a lock that its owner may acquire again (RLock)."),
    /** Locks acquired in different orders. */
    LOCK_ORDER(
            "Who takes the same locks in different orders may each get one and then wait for the other's.",
            "Let everybody acquire %s in the same order."),
    /** The owner of a lock waits for something else. */
    LOCK_NEVER_RELEASED(
            "Whoever has a lock keeps all others waiting until it gives the lock back.",
            "Release %s on every way out ('with' in Python, 'finally' in Java), and before waiting for somebody who needs it."),
    /** Fewer come to a barrier than it waits for. */
    BARRIER_SHORT(
            "A barrier opens when as many have come as it was made for, not before.",
            "Count the processes that call await/wait on %s: does one of them end or fail before it comes there?"),
    /** An event that nobody sets. */
    EVENT_NEVER_SET(
            "An event stays set: whoever comes late goes on at once. So nobody has set this one.",
            "Who should set %s? Does that line run, and before its process waits itself?"),
    /** A notification that came too early, or never. */
    LOST_WAKE_UP(
            "A notification wakes those who wait at that moment; one that comes earlier is lost.",
            "Test what you wait for while you hold the lock of %s, in a loop, before you wait; change it under the same lock."),
    /** Items taken from a joinable queue that were never reported as done. */
    TASK_DONE_MISSING(
            "A joinable queue counts the items that were put, and waits until each was reported by task_done/taskDone.",
            "Call it once for each item got from %s, also for end marks and when the work fails."),
    /** The end of a process awaited before its items were got. */
    JOIN_BEFORE_GET(
            "The pipe of a queue holds only so much. A process does not end before all that it has put is in the pipe.",
            "Get everything out of %s first, then wait for the process to end."),
    /** The output of a child is not read. */
    OUTPUT_NOT_READ(
            "A pipe holds only so much. Whoever writes more waits until somebody reads.",
            "Read all the output of the child first, then wait for its end."),
    /** Some of the workers have got an end mark. */
    ONE_SENTINEL(
            "An end mark is an item like any other: only one of the workers gets it.",
            "Put one end mark into %s for each worker that gets from it."),
    /** No worker has got an end mark. */
    MISSING_SENTINEL(
            "A worker that gets items in a loop cannot know that no more will come.",
            "Put one end mark into %s for each worker that gets from it, after the last item, before you wait for their end."),
    /** Workers that get from different queues have got no end mark. */
    SENTINEL_IN_EACH(
            "A worker learns only from the queue it gets from that no more items will come.",
            "Put end marks into each of %s after its last item, one for each worker that gets from it."),
    /** A worker has ended before it answered. */
    WORKER_DIED(
            "Nobody answers for a process that has ended.",
            "Look at the error message and the exit code of the worker; the get itself may be right."),
    /** More is got than was put. */
    MORE_GETS_THAN_PUTS(
            "Each get needs a put: one get too many waits for ever.",
            "Count both for %s, the end marks too: does each task lead to exactly one answer?"),
    /** A queue that nobody empties. */
    QUEUE_FULL(
            "A queue holds only so much: as many items as its size says, or as many bytes as its pipe has room for.",
            "Who gets from %s? Start it before the queue is full."),
    /** A pool that is not shut down. */
    POOL_OPEN(
            "The workers of a pool wait for more tasks until the pool is shut down.",
            "Shut the pool down (close, shutdown) when no more tasks come."),
    /** Both ends of a connection are full. */
    BOTH_SEND(
            "What is sent waits in a buffer until it is received, and a buffer holds only so much.",
            "Let one of the two receive first, or send smaller parts in turn."),
    /** The reader has the writing end open itself. */
    END_NOT_CLOSED(
            "A pipe ends for its reader when the last process has closed the writing end, also the reader itself.",
            "Close the ends that a process does not use, right after the other process was started."),
    /** Everybody waits to receive. */
    BOTH_RECEIVE(
            "Somebody must send before anybody can receive.",
            "Let one of them send first; send an end mark, or close the end, when nothing more comes."),
    /** A child waits for input. */
    INPUT_NOT_CLOSED(
            "Who reads until the end of its input waits until all who could write have closed their end.",
            "Send what it waits for, or close your end, before you wait for its end."),
    /** The task of a pool got lost. */
    RESULT_NEVER_COMES(
            "A pool replaces a worker that dies, but the task that this worker had is lost.",
            "Look for a worker that was killed or has called exit; does a task wait for another task of the same pool?"),
    /** A coroutine that nobody wakes. */
    NOBODY_WAKES(
            "Awaiting gives the turn to others: somebody else must set the result.",
            "Who should complete what is awaited?"),
    /** Threads of one process wait for each other. */
    THREADS(
            "Threads of one process can wait for each other like processes do.",
            "Acquire the locks in the same order in all threads, and let no thread wait for one that waits for it.");

    private final String concept;
    private final String direction;

    Mistake(String concept, String direction) {
        this.concept = concept;
        this.direction = direction;
    }

    /** The advice for a mistake about an object; if it has no name, the word for its kind stands there. */
    Standstill.Advice advice(String object) {
        return new Standstill.Advice(name(), concept, direction.replace("%s", object));
    }
}
