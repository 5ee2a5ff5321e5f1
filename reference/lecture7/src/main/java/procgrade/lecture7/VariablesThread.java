package procgrade.lecture7;

import java.util.ArrayList;
import java.util.List;

/**
 * <pre>
 * $ ./procgrade run VariablesThread
 * thread 1: g1 = 11 g2 = [1] local = 1
 * thread 2: g1 = 12 g2 = [1, 2] local = 1
 * main: g1 = 12 g2 = [1, 2]
 * </pre>
 *
 * Global variables are the same variables in all threads: what one thread changes is seen by the others. Compare {@link
 * VariablesProcess}, the same program with processes. Local variables belong to one call of the function, here and
 * there.
 */
public class VariablesThread {
    static int g1 = 0;
    static List<Integer> g2 = new ArrayList<>();

    static void task(int number) {
        int local = 0;
        g1 = g1 + 1;
        g2.add(number);
        local = local + 1;
        System.out.println("thread " + number + ": g1 = " + g1 + " g2 = " + g2 + " local = " + local);
    }

    /**
     * Takes no arguments.
     *
     * @throws InterruptedException never, nobody interrupts the main thread
     */
    public static void main(String[] args) throws InterruptedException {
        new Arguments(args);
        Thread t1 = new Thread(() -> task(1));
        Thread t2 = new Thread(() -> task(2));
        g1 = 10;
        t1.start();
        t1.join(); // one after the other: g1 = g1 + 1 by two threads at once could lose one of the two
        t2.start();
        t2.join();
        System.out.println("main: g1 = " + g1 + " g2 = " + g2);
    }
}
