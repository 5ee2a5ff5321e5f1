package procgrade.multiprocessing;

import procgrade.multiprocessing.codec.Decoder;
import procgrade.multiprocessing.codec.Encoder;
import procgrade.multiprocessing.globals.SharedObjects;
import procgrade.multiprocessing.kernel.Session;

/**
 * How arguments and globals travel: shared objects as their handles, everything else as the codec has it.
 * Java serialization would do it too, at 20 ms for its first use in each process.
 */
final class Values implements SharedObjects {
    private static final int PLAIN = 0;
    private static final int HANDLE = 1;
    private static final int CALL = 2;
    private static final SharedKind[] KINDS = SharedKind.values();

    static void write(Encoder out, Object value) {
        if (value instanceof Shared<?> object) {
            out.write(HANDLE);
            writeHandle(out, object.handle());
        } else if (value instanceof TargetCall call) {
            out.write(CALL);
            call.write(out);
        } else {
            out.write(PLAIN);
            out.value(value);
        }
    }

    static Object read(Decoder in) throws ReflectiveOperationException {
        return switch (in.raw()) {
            case PLAIN -> in.value();
            case HANDLE -> {
                Handle handle = readHandle(in);
                yield handle.kind().wrap(handle);
            }
            default -> TargetCall.read(in);
        };
    }

    private static void writeHandle(Encoder out, Handle handle) {
        Departures.noteSent(handle);
        out.integer(handle.kind().ordinal());
        out.text(handle.name());
        out.value(handle.cells());
        out.integer(handle.setting());
    }

    private static Handle readHandle(Decoder in) {
        return new Handle(KINDS[(int) in.integer()], in.text(), (String) in.value(), (int) in.integer());
    }

    @Override
    public boolean isShared(Object value) {
        return value instanceof Shared<?>;
    }

    @Override
    public void write(Encoder out, Object value, String programName) {
        Handle handle = ((Shared<?>) value).handle();
        Session.current().noteName(handle.name(), programName);
        writeHandle(out, handle);
    }

    @Override
    public Object read(Decoder in, Object current) {
        Handle handle = readHandle(in);
        if (current instanceof Shared<?> object && object.bindIfUnbound(handle)) {
            return current;
        }
        return handle.kind().wrap(handle);
    }
}
