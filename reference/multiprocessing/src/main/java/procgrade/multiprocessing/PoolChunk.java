package procgrade.multiprocessing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import procgrade.multiprocessing.codec.Decoder;
import procgrade.multiprocessing.codec.Encoder;

/**
 * Some items of a job that one worker gets at a time: a task.
 *
 * @param job the job
 * @param first the index of the first item in the job
 * @param items the items
 * @param attempts how many workers got it before and ended without having begun with it
 */
record PoolChunk(PoolJob job, int first, List<?> items, int attempts) {
    PoolChunk(PoolJob job, int first, List<?> items) {
        this(job, first, items, 0);
    }

    /** The same after one more attempt. */
    PoolChunk again() {
        return new PoolChunk(job, first, items, attempts + 1);
    }

    /** What a worker gets; the number is what it notes in shared memory before it begins. */
    Encoder encode(int number) {
        Encoder out = MessageSink.begin();
        out.integer(number);
        out.value(job.stopsAtFailure());
        out.integer(job.arity());
        out.integer(items.size());
        job.write(out);
        for (Object item : items) {
            for (Object argument : job.arguments(item)) {
                Values.write(out, argument);
            }
        }
        return out;
    }

    /** Takes what a worker answered. */
    void finish(String worker, byte[] answer) {
        Decoder in = new Decoder(answer, 1);
        List<Object> outcomes = new ArrayList<>(items.size());
        try {
            for (int tag = in.raw(); tag != PoolWorker.END; tag = in.raw()) {
                outcomes.add(tag == PoolWorker.VALUE ? Values.read(in) : PoolFailure.from(worker, (byte[]) in.value()));
            }
        } catch (ReflectiveOperationException | RuntimeException unreadable) {
            outcomes.addAll(Collections.nCopies(items.size() - outcomes.size(), PoolFailure.of(unreadable)));
        }
        job.finish(this, outcomes);
    }

    /** Fails all items. */
    void fail(PoolFailure failure) {
        job.finish(this, Collections.nCopies(items.size(), failure));
    }
}
