package procgrade.multiprocessing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A job whose results are handed out together, and only when all of them are there. */
final class PoolListJob extends PoolJob {
    private final List<?> items;
    private final boolean itemsAreRows;
    private final int chunkSize;
    private final AsyncResult<?> result;
    private final boolean single;
    private final Object[] values;
    private int sent;
    private int finished;
    private int failedAt = Integer.MAX_VALUE;
    private PoolFailure failure;

    /**
     * Makes a job.
     *
     * @param function what to call
     * @param arity with how many arguments
     * @param items one argument each; or a list of arguments each, if there are several or none
     * @param chunkSize how many items a worker gets at a time
     * @param single whether the result is that of the only item, not a list of them
     * @param result receives it
     */
    PoolListJob(TargetCall function, int arity, List<?> items, int chunkSize, boolean single, AsyncResult<?> result) {
        super(function, arity);
        this.items = items;
        this.itemsAreRows = arity != 1;
        this.chunkSize = chunkSize;
        this.single = single;
        this.result = result;
        this.values = new Object[items.size()];
    }

    @Override
    public PoolChunk next() {
        if (sent == items.size()) {
            if (sent == 0) {
                complete();
            }
            return null;
        }
        int first = sent;
        sent = (int) Math.min((long) first + chunkSize, items.size());
        return new PoolChunk(this, first, items.subList(first, sent));
    }

    @Override
    boolean stopsAtFailure() {
        return true;
    }

    @Override
    List<?> arguments(Object item) {
        return itemsAreRows ? (List<?>) item : Arrays.asList(item);
    }

    @Override
    void finish(PoolChunk chunk, List<Object> outcomes) {
        synchronized (this) {
            finished += chunk.items().size();
            for (int i = 0; i < outcomes.size(); i++) {
                take(chunk.first() + i, outcomes.get(i));
            }
        }
        if (isDone()) {
            complete();
        }
    }

    @Override
    synchronized boolean isDone() {
        return finished == values.length;
    }

    private void take(int index, Object outcome) {
        if (!(outcome instanceof PoolFailure failed)) {
            values[index] = outcome;
        } else if (index < failedAt) {
            failedAt = index;
            failure = failed;
        }
    }

    /** Two threads may get here; the result takes only the first. */
    private void complete() {
        Object whole = single ? values[0] : new ArrayList<>(Arrays.asList(values));
        result.complete(failure != null ? failure : whole);
    }

    @Override
    void abandon(PoolFailure reason) {
        result.complete(reason);
    }
}
