package procgrade.multiprocessing.programs;

import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Queue;
import procgrade.multiprocessing.SimpleQueue;

/** Ends in the way that its argument says, while a daemonic child waits for ever and another child still works. */
public final class Endings {
    private Endings() {}

    public static void main(String[] arguments) {
        SimpleQueue<String> gate = new SimpleQueue<>();
        Queue<String> started = new Queue<>();
        new Process(Endings::waitForEver, gate, started).daemon(true).start();
        started.get();
        new Process(Endings::work, 1).start();
        switch (arguments[0]) {
            case "exit" -> System.exit(5);
            case "exception" -> throw new IllegalStateException("main fails");
            default -> System.out.println("main ends");
        }
    }

    private static void waitForEver(SimpleQueue<String> gate, Queue<String> started) {
        started.put("started");
        gate.get();
        System.out.println("never");
    }

    /** Takes longer than the end of main, because it starts another virtual machine. */
    private static void work(int children) {
        for (int i = 0; i < children; i++) {
            Process child = new Process(Endings::work, children - 1).start();
            child.join();
            System.out.println("grandchild ended with " + child.exitcode());
        }
    }
}
