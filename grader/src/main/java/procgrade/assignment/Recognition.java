package procgrade.assignment;

import java.util.List;

/** Which assignment a submission belongs to, as far as the names of its files tell. */
public sealed interface Recognition {
    /**
     * One assignment asks for a file that is there.
     *
     * @param assignment the assignment
     * @param file path of the file in the submission
     */
    record Recognised(Assignment assignment, String file) implements Recognition {}

    /**
     * Several assignments do.
     *
     * @param candidates at least two, sorted by id
     */
    record Ambiguous(List<Recognised> candidates) implements Recognition {
        /** Copies the list. */
        public Ambiguous {
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * No assignment does.
     *
     * @param expected the file names that would have told
     */
    record Unrecognised(List<String> expected) implements Recognition {
        /** Copies the list. */
        public Unrecognised {
            expected = List.copyOf(expected);
        }
    }
}
