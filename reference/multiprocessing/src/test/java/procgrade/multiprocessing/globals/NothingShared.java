package procgrade.multiprocessing.globals;

import procgrade.multiprocessing.codec.Decoder;
import procgrade.multiprocessing.codec.Encoder;

/** For tests without objects that processes share. */
final class NothingShared implements SharedObjects {
    @Override
    public boolean isShared(Object value) {
        return false;
    }

    @Override
    public void write(Encoder out, Object value, String programName) {
        throw new UnsupportedOperationException(programName);
    }

    @Override
    public Object read(Decoder in, Object current) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Object standIn(Object part) {
        return part;
    }
}
