package procgrade.multiprocessing.programs;

import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Queue;
import procgrade.multiprocessing.SimpleQueue;

/** Prints the pids of a child and a grandchild, which wait for ever; then joins the child, or ends without it. */
public final class Family {
    private Family() {}

    public static void main(String[] arguments) {
        SimpleQueue<String> gate = new SimpleQueue<>();
        Queue<Long> pids = new Queue<>();
        Process child = new Process(Family::live, gate, pids, 1).start();
        System.out.println("grandchild " + pids.get());
        System.out.println("child " + pids.get());
        if (arguments[0].equals("join")) {
            child.join();
        }
    }

    private static void live(SimpleQueue<String> gate, Queue<Long> pids, int children) {
        if (children > 0) {
            new Process(Family::live, gate, pids, children - 1).start();
        } else {
            pids.put(ProcessHandle.current().pid());
            pids.put(ProcessHandle.current().parent().orElseThrow().pid());
        }
        gate.get();
    }
}
