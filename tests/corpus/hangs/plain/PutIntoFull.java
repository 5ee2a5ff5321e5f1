import java.util.concurrent.ArrayBlockingQueue;

/**
 * Puts three items into a queue for two, before anybody takes.
 *
 * pattern: put into a full queue
 * expect: DEADLOCK
 */
class PutIntoFull {
    public static void main(String[] args) throws InterruptedException {
        var items = new ArrayBlockingQueue<String>(2);
        items.put("a");
        items.put("b");
        items.put("c");
        new Thread(items::clear).start();
    }
}
