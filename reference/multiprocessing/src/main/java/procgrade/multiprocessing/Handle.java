package procgrade.multiprocessing;

import java.io.Serializable;

/**
 * What travels to another process instead of a shared object: enough to open the same pipes and cells there.
 *
 * @param kind which class of object
 * @param name its name in the session, from which its pipes' names derive
 * @param cells the region of shared memory, null if it has none
 * @param setting a number that the class needs again, e.g. a queue's maximal size
 */
record Handle(SharedKind kind, String name, String cells, int setting) implements Serializable {
    private static final long serialVersionUID = 1;

    /** Java serialization puts the shared object itself in the place of its handle. */
    private Object readResolve() {
        return kind.wrap(this);
    }
}
