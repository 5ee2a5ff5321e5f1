package procgrade.multiprocessing.programs;

import java.util.List;
import procgrade.multiprocessing.Pool;
import procgrade.multiprocessing.Queue;
import procgrade.multiprocessing.TaskFailed;

/** Uses a pool in the way that its argument says. */
public final class Pools {
    private static int factor = 1;

    private Pools() {}

    public static void main(String[] arguments) {
        switch (arguments[0]) {
            case "leave" -> leave();
            case "wait" -> waitForEver();
            default -> failToInitialize();
        }
    }

    private static void leave() {
        factor = 7;
        Pool pool = new Pool(2);
        System.out.println(pool.map(Pools::times, List.of(1, 2, 3)));
        pool.applyAsync(Pools::work, new Queue<>());
    }

    private static int times(int x) {
        return factor * x;
    }

    private static int work(Queue<Integer> items) {
        return items.get();
    }

    private static void waitForEver() {
        Pool pool = new Pool(2);
        pool.map(Pools::announce, List.of(new Queue<Integer>(), new Queue<Integer>()), 1);
    }

    private static int announce(Queue<Integer> items) {
        System.out.println("working " + ProcessHandle.current().pid());
        return items.get();
    }

    private static void failToInitialize() {
        try (Pool pool = new Pool(1, Pools::refuse)) {
            pool.map(Pools::times, List.of(1, 2, 3));
        } catch (TaskFailed failed) {
            System.out.println(failed.getMessage());
            System.out.println(failed.getCause());
        }
    }

    private static void refuse() {
        throw new IllegalStateException("not today");
    }
}
