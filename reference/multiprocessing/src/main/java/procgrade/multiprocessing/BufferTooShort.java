package procgrade.multiprocessing;

/** A message is longer than the array that should have received it; Python's {@code BufferTooShort}. */
public class BufferTooShort extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final byte[] received;

    /**
     * Makes the exception.
     *
     * @param message what happened
     * @param received the whole message of the connection, which the caller gives away
     */
    public BufferTooShort(String message, byte[] received) {
        super(message);
        this.received = received;
    }

    /** {@return the whole message, which has left the pipe} */
    public byte[] received() {
        return received.clone();
    }
}
