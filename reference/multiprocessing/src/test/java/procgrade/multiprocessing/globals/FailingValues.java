package procgrade.multiprocessing.globals;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** Globals of which the first can be captured but not read back; the others come after it in the numbering. */
final class FailingValues {
    static Spoilt first;
    static List<String> second;
    static Spoilt sameAsFirst;
    static List<String> sameAsSecond;
    static final List<String> THIRD = new ArrayList<>();
    static List<String> sameAsThird;
    static int number;

    private FailingValues() {}

    static final class Spoilt implements Serializable {
        private static final long serialVersionUID = 1;

        private void readObject(ObjectInputStream in) throws IOException {
            throw new InvalidObjectException("spoilt");
        }
    }
}
