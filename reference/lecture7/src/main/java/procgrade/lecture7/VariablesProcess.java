package procgrade.lecture7;

import java.util.ArrayList;
import java.util.List;
import procgrade.multiprocessing.Process;

/**
 * <pre>
 * $ ./procgrade run VariablesProcess
 * process 1: g1 = 11 g2 = [1] local = 1
 * process 2: g1 = 11 g2 = [2] local = 1
 * main: g1 = 10 g2 = []
 * </pre>
 *
 * Global variables are duplicated when a process starts: both processes begin with the g1 = 10 that main has set
 * before. (In Java the global variables are the static fields.) From then on they are independent: each process changes
 * its own g1 and g2, and neither the other process nor main sees it. Compare {@link VariablesThread}, the same program
 * with threads. Local variables belong to one call of the function, here and there.
 */
public class VariablesProcess {
    static int g1 = 0;
    static List<Integer> g2 = new ArrayList<>();

    static void task(int number) {
        int local = 0;
        g1 = g1 + 1;
        g2.add(number);
        local = local + 1;
        System.out.println("process " + number + ": g1 = " + g1 + " g2 = " + g2 + " local = " + local);
    }

    /** Takes no arguments. */
    public static void main(String[] args) {
        new Arguments(args);
        Process p1 = new Process(VariablesProcess::task, 1);
        Process p2 = new Process(VariablesProcess::task, 2);
        g1 = 10; // after new Process(...) but before start(): the processes see it
        p1.start();
        p1.join(); // one after the other, so that the lines come in this order
        p2.start();
        p2.join();
        System.out.println("main: g1 = " + g1 + " g2 = " + g2);
    }
}
