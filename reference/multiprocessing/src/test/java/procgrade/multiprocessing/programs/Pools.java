package procgrade.multiprocessing.programs;

import java.io.File;
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
            case "homeless" -> loseFolder();
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

    private static void loseFolder() {
        try (Pool pool = new Pool(1)) {
            pool.apply(Pools::times, 1);
            File pipes = new File(System.getenv("PROCGRADE_PIPES"));
            for (File session : pipes.listFiles()) {
                boolean unused = session.renameTo(new File(pipes, "lost"));
            }
            for (int i = 0; i < 3; i++) {
                try {
                    pool.apply(Pools::exit, 3);
                } catch (TaskFailed failed) {
                    System.out.println(failed.getMessage());
                }
            }
        }
    }

    private static int exit(int code) {
        System.exit(code);
        return code;
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
