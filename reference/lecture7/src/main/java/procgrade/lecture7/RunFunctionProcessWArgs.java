package procgrade.lecture7;

import procgrade.multiprocessing.Process;

/**
 * <pre>
 * $ ./procgrade run RunFunctionProcessWArgs
 * arg1= One
 * arg2= 2
 * </pre>
 *
 * Runs a function with parameters in a process of its own: the arguments are given in the order in which the function
 * expects them, and they arrive with their types, a text as a text and a number as a number.
 */
public class RunFunctionProcessWArgs {
    static void task(String arg1, int arg2) {
        // display a message
        System.out.println("arg1= " + arg1);
        System.out.println("arg2= " + arg2);
    }

    /** Takes no arguments. */
    public static void main(String[] args) {
        new Arguments(args);
        // create a process
        Process p = new Process(RunFunctionProcessWArgs::task, "One", 2);
        p.start();
        p.join();
    }
}
