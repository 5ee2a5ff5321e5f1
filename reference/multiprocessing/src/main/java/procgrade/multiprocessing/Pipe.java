package procgrade.multiprocessing;

/**
 * Two connections that processes talk through, as Python's {@code multiprocessing.Pipe}.
 *
 * <pre>{@code
 * Pipe pipe = Pipe.create();
 * Process p = new Process(Talk::child, pipe.second());
 * p.start();
 * pipe.second().close();
 * String answer = pipe.first().recv();
 * }</pre>
 *
 * <p>What is sent through the first connection arrives at the second by way of a named pipe
 * {@code pipe-<n>.a}; the opposite direction is {@code pipe-<n>.b}. The process that makes the pipe has
 * both connections open until it closes them. A child has those it was given, as arguments or as globals,
 * and an end is closed only when every process that has it closed it or ended.
 */
public final class Pipe extends Shared<PipeState> implements AutoCloseable {
    private static final long serialVersionUID = 1;

    private final transient boolean duplex;
    private final transient Connection first = new Connection(SharedKind.handleFollows());
    private final transient Connection second = new Connection(SharedKind.handleFollows());

    private Pipe(boolean duplex) {
        this.duplex = duplex;
        ready();
    }

    Pipe(SharedKind.Unbound unbound) {
        this.duplex = true;
    }

    /** {@return a pipe whose connections both send and receive} */
    public static Pipe create() {
        return new Pipe(true);
    }

    /**
     * Makes a pipe.
     *
     * @param duplex whether both connections send and receive; if not, the first one only receives and the
     *     second one only sends
     * @return the pipe
     */
    public static Pipe create(boolean duplex) {
        return new Pipe(duplex);
    }

    @Override
    SharedKind kind() {
        return SharedKind.PIPE;
    }

    @Override
    PipeState createState() {
        return PipeState.create(duplex);
    }

    /** {@return the first connection, always the same object} */
    public Connection first() {
        if (!restoring) {
            first.bindIfUnbound(state().first());
        }
        return first;
    }

    /** {@return the second connection, always the same object} */
    public Connection second() {
        if (!restoring) {
            second.bindIfUnbound(state().second());
        }
        return second;
    }

    /** Closes both connections in this process. */
    @Override
    public void close() {
        first().close();
        second().close();
        state().close();
    }
}
