package procgrade.build;

import java.util.ArrayList;
import java.util.List;

/** What readers see of the errors of a compiler. */
final class ErrorText {
    private static final int SHOWN = 3;

    private ErrorText() {}

    /** How many errors there are and where the first is. */
    static String rationale(String what, List<CompilerError> errors) {
        CompilerError first = errors.get(0);
        String where = first.line() == 0 ? first.message() : "in " + first.position();
        return errors.size() == 1
                ? what + ": 1 error, " + where
                : what + ": " + errors.size() + " errors, the first " + where;
    }

    /** The first errors as the compiler said them, and how many more there are. */
    static List<String> lines(List<CompilerError> errors) {
        List<String> lines = new ArrayList<>();
        errors.stream().limit(SHOWN).forEach(error -> lines.addAll(error.lines()));
        int more = errors.size() - SHOWN;
        if (more > 0) {
            lines.add(more == 1 ? "... and 1 more error" : "... and " + more + " more errors");
        }
        return lines;
    }
}
