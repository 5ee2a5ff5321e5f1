package procgrade.multiprocessing;

import java.io.Serializable;
import procgrade.multiprocessing.kernel.Cells;

/**
 * What travels to another process instead of a shared object: enough to open the same pipes and cells there.
 *
 * @param kind which class of object
 * @param name its name in the session, from which its pipes' names derive
 * @param cells the region of shared memory, behind it the {@link #text} of an object that this one is made
 *     with; null if it has neither
 * @param setting a number that the class needs again, e.g. a queue's maximal size
 */
record Handle(SharedKind kind, String name, String cells, int setting) implements Serializable {
    private static final long serialVersionUID = 1;

    /** Joins the two things that {@link #cells} can say. */
    static String cellsAndPart(Cells own, SharedState part) {
        return own.ref() + " " + part.handle().text();
    }

    /** Opens the region of shared memory. */
    Cells openCells() {
        int end = cells.indexOf(' ');
        return Shared.session().open(end < 0 ? cells : cells.substring(0, end));
    }

    /** Opens the object that this one is made with; null if there is none. */
    SharedState openPart() {
        int end = cells.indexOf(' ');
        return end < 0 ? null : States.open(parse(cells.substring(end + 1)));
    }

    /** This handle as words; the cells are last because they may be several. */
    private String text() {
        return kind.name() + " " + name + " " + setting + " " + cells;
    }

    private static Handle parse(String text) {
        String[] words = text.split(" ", 4);
        return new Handle(SharedKind.valueOf(words[0]), words[1], words[3], Integer.parseInt(words[2]));
    }

    /** Java serialization puts the shared object itself in the place of its handle. */
    private Object readResolve() {
        return kind.wrap(this);
    }
}
