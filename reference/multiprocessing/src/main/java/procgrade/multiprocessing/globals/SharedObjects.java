package procgrade.multiprocessing.globals;

import procgrade.multiprocessing.codec.Decoder;
import procgrade.multiprocessing.codec.Encoder;

/** How objects travel that processes share and that must therefore not be copied. */
public interface SharedObjects {
    /**
     * Recognises a shared object.
     *
     * @param value the value of a global or a part of it, may be null
     * @return whether it is one, or what is written in the place of one
     */
    boolean isShared(Object value);

    /**
     * Writes what another process needs to find the object.
     *
     * @param out receives it
     * @param value a shared object
     * @param programName the class and field that hold it, for observers
     */
    void write(Encoder out, Object value, String programName);

    /**
     * Reads what {@link #write} wrote.
     *
     * @param in holds it
     * @param current what the child's own initializer made, may be null
     * @return the object: {@code current} itself, now leading to the parent's, if it can be
     */
    Object read(Decoder in, Object current);

    /**
     * Finds out what another process gets in the place of an object that it could not use.
     *
     * @param part the value of a global or a part of it, not null
     * @return something serializable, the object itself if nothing stands in for it
     */
    Object standIn(Object part);
}
