package procgrade.multiprocessing;

import java.util.Locale;
import procgrade.multiprocessing.kernel.Cells;

/** How the elements of a {@link Value} or {@link Array} lie in shared memory. */
enum CellType {
    BOOLEAN(1),
    BYTE(1),
    CHAR(4),
    DOUBLE(8),
    INT(4),
    LONG(8);

    final int bytes;

    CellType(int bytes) {
        this.bytes = bytes;
    }

    /** {@return the name of the type in a program, for messages} */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    Object read(Cells cells, int index) {
        int offset = index * bytes;
        return switch (this) {
            case BOOLEAN -> cells.getByte(offset) != 0;
            case BYTE -> cells.getByte(offset);
            case CHAR -> (char) cells.getInt(offset);
            case DOUBLE -> Double.longBitsToDouble(cells.getLong(offset));
            case INT -> cells.getInt(offset);
            case LONG -> cells.getLong(offset);
        };
    }

    void write(Cells cells, int index, Object value) {
        int offset = index * bytes;
        switch (this) {
            case BOOLEAN -> cells.setByte(offset, (byte) ((Boolean) value ? 1 : 0));
            case BYTE -> cells.setByte(offset, (Byte) value);
            case CHAR -> cells.setInt(offset, (Character) value);
            case DOUBLE -> cells.setLong(offset, Double.doubleToRawLongBits((Double) value));
            case INT -> cells.setInt(offset, (Integer) value);
            case LONG -> cells.setLong(offset, (Long) value);
        }
    }
}
