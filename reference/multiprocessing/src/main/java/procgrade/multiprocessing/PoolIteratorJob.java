package procgrade.multiprocessing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** A job whose results are handed out as they come; its items are asked for only when a worker is free. */
final class PoolIteratorJob extends PoolJob {
    private final Iterator<?> items;
    private final int chunkSize;
    private final PoolIterator<?> results;
    private int sent;
    private boolean exhausted;

    PoolIteratorJob(TargetCall function, Iterator<?> items, int chunkSize, PoolIterator<?> results) {
        super(function, 1);
        this.items = items;
        this.chunkSize = chunkSize;
        this.results = results;
    }

    @Override
    public PoolChunk next() {
        if (exhausted) {
            return null;
        }
        List<Object> chunk = new ArrayList<>();
        int first = sent;
        PoolFailure failure = collect(chunk);
        sent += chunk.size();
        if (failure != null) {
            results.arrive(sent, failure);
        }
        if (exhausted) {
            results.end(failure != null ? sent + 1 : sent);
        }
        return chunk.isEmpty() ? null : new PoolChunk(this, first, chunk);
    }

    /** Asks the program for items; what goes wrong there comes out in the place of the next result. */
    private PoolFailure collect(List<Object> chunk) {
        try {
            while (chunk.size() < chunkSize) {
                if (!items.hasNext()) {
                    exhausted = true;
                    return null;
                }
                chunk.add(items.next());
            }
            return null;
        } catch (RuntimeException | Error thrown) {
            exhausted = true;
            return PoolFailure.of(thrown);
        }
    }

    @Override
    boolean stopsAtFailure() {
        return false;
    }

    @Override
    List<?> arguments(Object item) {
        return Arrays.asList(item);
    }

    @Override
    void finish(PoolChunk chunk, List<Object> outcomes) {
        for (int i = 0; i < outcomes.size(); i++) {
            results.arrive(chunk.first() + i, outcomes.get(i));
        }
    }

    @Override
    boolean isDone() {
        return results.isComplete();
    }

    @Override
    void abandon(PoolFailure failure) {
        results.abandon(failure);
    }
}
