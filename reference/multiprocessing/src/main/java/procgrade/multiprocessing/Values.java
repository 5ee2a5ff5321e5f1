package procgrade.multiprocessing;

import procgrade.multiprocessing.codec.Decoder;
import procgrade.multiprocessing.codec.Encoder;
import procgrade.multiprocessing.globals.Globals;
import procgrade.multiprocessing.globals.GlobalsReader;
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
        writeWith(null, out, value);
    }

    /** Writes a value that travels together with globals; null if it travels alone. */
    static void writeWith(Globals globals, Encoder out, Object value) {
        boolean global = globals != null && globals.holds(value);
        if (value instanceof Shared<?> object && !global) {
            out.write(HANDLE);
            writeHandle(out, object.handle());
        } else if (value instanceof TargetCall call) {
            out.write(CALL);
            call.write(out, globals);
        } else {
            out.write(PLAIN);
            writePlain(out, value, globals);
        }
    }

    static void writePlain(Encoder out, Object value, Globals globals) {
        if (globals == null) {
            out.value(value);
        } else {
            globals.value(value);
        }
    }

    static Object read(Decoder in) throws ReflectiveOperationException {
        return readWith(null, in);
    }

    /** Reads a value that travelled together with globals; null if it travelled alone. */
    static Object readWith(GlobalsReader globals, Decoder in) throws ReflectiveOperationException {
        return switch (in.raw()) {
            case PLAIN -> readPlain(in, globals);
            case HANDLE -> {
                Handle handle = readHandle(in);
                yield handle.kind().wrap(handle);
            }
            default -> TargetCall.read(in, globals);
        };
    }

    static Object readPlain(Decoder in, GlobalsReader globals) {
        return globals == null ? in.value() : globals.value();
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
        return value instanceof Shared<?> || value instanceof Handle;
    }

    @Override
    public Object standIn(Object part) {
        return part.getClass() == Process.class ? ((Process) part).standIn() : part;
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
