package procgrade.multiprocessing;

import java.time.Duration;
import java.util.Objects;
import procgrade.multiprocessing.codec.Decoder;
import procgrade.multiprocessing.codec.Encoder;

/**
 * One end of a {@link Pipe}, as Python's {@code multiprocessing.connection.Connection}: sends objects or
 * bytes to the other end and receives what the other end sends.
 *
 * <p>Whoever waits is blocked in read(2) or write(2) on the pipe. The threads of one process may share a
 * connection; each message arrives whole. Two processes should not receive from the same connection at
 * the same time, nor send messages of more than 4096 bytes through the same one, as in Python: their
 * parts would mix. A process that gives a connection away as an item, not as an argument of a process,
 * must keep its own copy open until the receiver has it.
 *
 * <p>All methods throw {@link IllegalStateException} after {@link #close()}.
 */
public final class Connection extends Shared<ConnectionState> implements AutoCloseable {
    private static final long serialVersionUID = 1;

    Connection(SharedKind.Unbound unbound) {}

    @Override
    SharedKind kind() {
        return SharedKind.CONNECTION;
    }

    @Override
    ConnectionState createState() {
        throw new IllegalStateException("this connection leads to no pipe in this process; "
                + "give it to the process as an argument, or keep it in a static field without other initialization");
    }

    /**
     * Sends an object; waits in the kernel while the pipe is full.
     *
     * @param item the object, serializable or null
     * @throws BrokenPipe if nobody can receive it any more
     * @throws IllegalArgumentException if it is not serializable
     * @throws IllegalStateException if this connection only receives or is closed
     */
    public void send(Object item) {
        Encoder message = MessageSink.begin();
        message.value(item);
        state().send(message);
    }

    /**
     * Receives an object; waits in the kernel until there is one.
     *
     * @param <T> the type that the caller expects
     * @return the object, may be null
     * @throws EndOfFile if nothing is left and all copies of the other connection are closed
     * @throws IllegalArgumentException if the message is none that {@link #send} sent
     * @throws IllegalStateException if this connection only sends or is closed, or if the object's class is not
     *     on the class path of this process
     */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the caller says, as everywhere in Python
    public <T> T recv() {
        byte[] message = state().receive(Integer.MAX_VALUE);
        try {
            return (T) new Decoder(message, 0).value();
        } catch (IndexOutOfBoundsException | NegativeArraySizeException notAnObject) {
            throw new IllegalArgumentException(
                    "cannot make an object of a message of " + message.length
                            + " bytes; receive with recvBytes what was sent with sendBytes",
                    notAnObject);
        }
    }

    /**
     * Sends bytes as one message; waits in the kernel while the pipe is full.
     *
     * @param bytes the message, may be empty
     * @throws BrokenPipe if nobody can receive it any more
     * @throws IllegalStateException if this connection only receives or is closed
     */
    public void sendBytes(byte[] bytes) {
        sendBytes(bytes, 0, bytes.length);
    }

    /**
     * Sends a part of an array as one message; waits in the kernel while the pipe is full.
     *
     * @param bytes holds the message
     * @param offset index of its first byte
     * @param length how many bytes it has, may be 0
     * @throws IndexOutOfBoundsException if the array has no such part
     * @throws BrokenPipe if nobody can receive it any more
     * @throws IllegalStateException if this connection only receives or is closed
     */
    public void sendBytes(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        Encoder message = MessageSink.begin();
        message.write(bytes, offset, length);
        state().send(message);
    }

    /**
     * Receives a message; waits in the kernel until there is one.
     *
     * @return the bytes of the message
     * @throws EndOfFile if nothing is left and all copies of the other connection are closed
     * @throws IllegalStateException if this connection only sends or is closed
     */
    public byte[] recvBytes() {
        return state().receive(Integer.MAX_VALUE);
    }

    /**
     * Receives a message of limited length; waits in the kernel until there is one.
     *
     * @param mostBytes the longest message allowed, 0 or more
     * @return the bytes of the message
     * @throws java.io.UncheckedIOException if the message is longer; this connection cannot receive any more then
     * @throws EndOfFile if nothing is left and all copies of the other connection are closed
     * @throws IllegalArgumentException if the limit is negative
     * @throws IllegalStateException if this connection only sends or is closed
     */
    public byte[] recvBytes(int mostBytes) {
        if (mostBytes < 0) {
            throw new IllegalArgumentException(
                    "the longest message must not be negative: " + mostBytes + "; give the number of bytes to allow");
        }
        return state().receive(mostBytes);
    }

    /**
     * Receives a message into an array; waits in the kernel until there is one.
     *
     * @param buffer receives the message
     * @param offset where the message begins in it
     * @return how many bytes the message has
     * @throws BufferTooShort if the message has more bytes than the array has room; the exception holds it
     * @throws IndexOutOfBoundsException if the offset is outside the array
     * @throws EndOfFile if nothing is left and all copies of the other connection are closed
     * @throws IllegalStateException if this connection only sends or is closed
     */
    public int recvBytesInto(byte[] buffer, int offset) {
        int room = buffer.length - Objects.checkIndex(offset, buffer.length + 1);
        byte[] message = state().receive(Integer.MAX_VALUE);
        if (message.length > room) {
            throw new BufferTooShort(
                    "a message of " + message.length + " bytes does not fit into " + room
                            + "; take it from this exception, or use recvBytes",
                    message);
        }
        System.arraycopy(message, 0, buffer, offset, message.length);
        return message.length;
    }

    /**
     * Looks whether there is something to receive: a message, or the end. Looking takes up to 2 ms if there is
     * not.
     *
     * @return whether a receive would not wait
     * @throws IllegalStateException if this connection only sends or is closed
     */
    public boolean poll() {
        return state().poll(0);
    }

    /**
     * Waits in the kernel until there is something to receive, a message or the end, or a time is up.
     *
     * @param timeout the longest wait
     * @return whether a receive would not wait
     * @throws IllegalArgumentException if the time-out is negative
     * @throws IllegalStateException if this connection only sends or is closed
     */
    public boolean poll(Duration timeout) {
        return state().poll(Deadline.nanos(timeout));
    }

    /** {@return whether this connection can receive} */
    public boolean isReadable() {
        return state().receives();
    }

    /** {@return whether this connection can send} */
    public boolean isWritable() {
        return state().sends();
    }

    /** {@return whether it was closed in this process} */
    public boolean isClosed() {
        return state().isClosed();
    }

    /**
     * Closes this connection in this process; a second time does nothing. Waits until children that were started
     * with it have opened it. A thread that is blocked in it goes on waiting.
     */
    @Override
    public void close() {
        state().close();
    }
}
