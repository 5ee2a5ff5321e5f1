package procgrade.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import procgrade.collect.HandIn;
import procgrade.engine.Workspace;
import procgrade.gradebook.Row;
import procgrade.judge.Verdict;

/**
 * Prints what a batch itself costs: the heap that is in use while 100 and while 10 000 hand-ins are graded, right after
 * garbage was collected, and how long it takes to find out that 1 000 are graded already. Nothing is run: each grading is a
 * row that nobody has made. {@code tests/batch-cost} starts it.
 */
final class BatchCost {
    private static final double BYTES_PER_MEBIBYTE = 1 << 20;
    private static final int LOOKS = 20;

    /** More would use memory between the collection of garbage and the look. */
    private static final int WORKERS = 1;

    private final Path temporary;

    private BatchCost(Path temporary) {
        this.temporary = temporary;
    }

    /**
     * Measures for about a minute.
     *
     * @param arguments none
     * @throws IOException if there is no room for the results
     */
    public static void main(String[] arguments) throws IOException {
        Path temporary = Files.createTempDirectory("procgrade-");
        try {
            BatchCost cost = new BatchCost(temporary);
            // whatever is loaded and compiled only once is not to count for the first
            cost.liveBytes(2000);
            double few = cost.liveBytes(100) / BYTES_PER_MEBIBYTE;
            double many = cost.liveBytes(10_000) / BYTES_PER_MEBIBYTE;
            System.out.printf(
                    Locale.ROOT,
                    "heap in use while grading: 100 hand-ins %.2f MiB, 10000 hand-ins %.2f MiB, %+.1f %% (target: at most"
                            + " 10 %%)%n",
                    few,
                    many,
                    100 * (many / few - 1));
            System.out.printf(
                    Locale.ROOT,
                    "to find that 1000 are graded: %.2f s (target, with the start: 2 s)%n",
                    cost.seconds(1000));
        } finally {
            Workspace.remove(temporary);
        }
    }

    private BatchFolder open(int count) {
        return BatchFolder.open(
                temporary.resolve("of-" + count), Map.of(), InstantSource.system(), new MadeHandIns.FastDisk());
    }

    private static Batch plan(BatchFolder folder, int count) {
        return Batch.plan(folder, MadeHandIns.KEY, MadeHandIns.handIns(count), ClassFacts.NONE, Selection.OPEN);
    }

    /** The most that was in use at any of some moments, spread over the whole batch. */
    private long liveBytes(int count) {
        AtomicLong most = new AtomicLong();
        AtomicInteger graded = new AtomicInteger();
        try (BatchFolder folder = open(count)) {
            HandInGrader grader = new HandInGrader() {
                @Override
                public Optional<Row> grade(HandIn handIn, long seed, Path files) {
                    if (graded.incrementAndGet() % (count / LOOKS) == 0) {
                        most.accumulateAndGet(used(), Math::max);
                    }
                    return Optional.of(MadeHandIns.row(handIn.key(), Verdict.PASSED));
                }

                @Override
                public void interrupt() {}
            };
            plan(folder, count).grade(grader, BatchListener.NONE, WORKERS);
        }
        return most.get();
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private double seconds(int count) {
        liveBytes(count);
        long began = System.nanoTime();
        try (BatchFolder folder = open(count)) {
            int rows = plan(folder, count).states().get(Row.State.GRADED);
            if (rows != count) {
                throw new IllegalStateException(rows + " of " + count + " are graded");
            }
        }
        return (System.nanoTime() - began) / 1e9;
    }
}
