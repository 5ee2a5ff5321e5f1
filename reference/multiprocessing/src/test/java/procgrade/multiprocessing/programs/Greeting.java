package procgrade.multiprocessing.programs;

import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Queue;

/** The smallest program that uses all of the machinery: prints what a child says, and how it ended. */
public final class Greeting {
    private Greeting() {}

    public static void main(String[] arguments) {
        Queue<String> queue = new Queue<>();
        Process process = new Process(Greeting::greet, queue, arguments.length);
        process.start();
        System.out.println("child says " + queue.get());
        process.join();
        System.out.println("child ended with " + process.exitcode());
    }

    private static void greet(Queue<String> queue, int number) {
        queue.put("hello " + number);
    }
}
