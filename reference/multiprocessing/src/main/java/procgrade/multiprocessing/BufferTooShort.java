package procgrade.multiprocessing;

/** A message is longer than the array that should have received it; Python's {@code BufferTooShort}. */
public final class BufferTooShort extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final byte[] received;

    BufferTooShort(String message, byte[] received) {
        super(message);
        this.received = received;
    }

    /** {@return the whole message, which has left the pipe} */
    public byte[] received() {
        return received.clone();
    }
}
