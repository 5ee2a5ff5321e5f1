package procgrade.multiprocessing;

/** A barrier broke while somebody waited at it, or was broken already; Python's {@code BrokenBarrierError}. */
public final class BrokenBarrier extends RuntimeException {
    private static final long serialVersionUID = 1;

    BrokenBarrier(String message) {
        super(message);
    }
}
