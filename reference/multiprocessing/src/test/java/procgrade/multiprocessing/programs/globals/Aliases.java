package procgrade.multiprocessing.programs.globals;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Queue;

/** Reaches the same objects in several ways, and prints in a child whether they still are the same. */
public final class Aliases {
    private static final class Counter implements Serializable {
        private static final long serialVersionUID = 1;
        private int count;
    }

    private record Holder(List<Integer> list) implements Serializable {}

    /** Kept by the child's own initializer, since it is not serializable. */
    private record Fixed(List<Integer> list) {}

    private static final Counter COUNTER = new Counter();
    private static final List<Counter> COUNTERS = new ArrayList<>();
    private static final List<Integer> PRIMES = new ArrayList<>();
    private static final Map<String, List<Integer>> BY_NAME = new HashMap<>();
    private static Holder holder;
    private static List<Object> ring = new ArrayList<>();
    private static Map<String, Counter> first = new HashMap<>();
    private static Map<String, Counter> second = new HashMap<>();
    private static final List<Integer> ALONE = new ArrayList<>();
    private static final Queue<Integer> QUEUE = new Queue<>();
    private static final List<Queue<Integer>> QUEUES = new ArrayList<>();

    private Aliases() {}

    public static void main(String[] arguments) {
        COUNTERS.add(COUNTER);
        PRIMES.add(2);
        ALONE.add(1);
        BY_NAME.put("primes", PRIMES);
        holder = new Holder(PRIMES);
        ring.add(ring);
        ring.add(COUNTERS);
        first.put("inner", new Counter());
        second.put("inner", first.get("inner"));
        QUEUES.add(QUEUE);
        Counter local = new Counter();
        new Process(Aliases::child, PRIMES, holder, local, List.of(local))
                .start()
                .join();
        System.out.println("parent " + PRIMES + COUNTER.count);
    }

    private static void child(List<Integer> primes, Holder given, Counter one, List<Counter> other) {
        COUNTER.count++;
        PRIMES.add(3);
        System.out.println("counters " + (COUNTERS.get(0) == COUNTER) + " " + COUNTERS.get(0).count);
        System.out.println("lists " + BY_NAME + holder.list() + (BY_NAME.get("primes") == PRIMES));
        System.out.println("ring " + (ring.get(0) == ring) + (ring.get(1) == COUNTERS));
        System.out.println("inner " + (first.get("inner") == second.get("inner")));
        System.out.println("arguments " + (primes == PRIMES) + (given == holder) + (one == other.get(0)));
        System.out.println("alone " + ALONE);
        QUEUES.get(0).put(5);
        System.out.println("queue " + QUEUE.get());
    }
}
