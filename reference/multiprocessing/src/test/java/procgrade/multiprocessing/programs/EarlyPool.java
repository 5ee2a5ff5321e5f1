package procgrade.multiprocessing.programs;

import java.util.List;
import procgrade.multiprocessing.Pool;
import procgrade.multiprocessing.Process;

/** Holds a pool in a constant, whose initializer runs again in each worker. */
public final class EarlyPool {
    private static final Pool POOL = new Pool(1);

    private EarlyPool() {}

    public static void main(String[] arguments) {
        System.out.println(POOL.map(EarlyPool::childrenOfWorker, List.of(1, 2)));
        POOL.close();
    }

    private static int childrenOfWorker(int x) {
        return Process.activeChildren().size();
    }
}
