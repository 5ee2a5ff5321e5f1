package procgrade.run;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Who else than the grader records the processes of a run.
 *
 * @param strace the file that strace(1), which then stands in front of everything, writes; out of reach of a program in a
 *     sandbox. Empty: no strace
 * @param own a folder, which exists, for what the program's processes record of themselves; the program may write to it.
 *     Empty: none
 */
public record Recording(Optional<Path> strace, Optional<Path> own) {
    /** Nobody. */
    public static final Recording NONE = new Recording(Optional.empty(), Optional.empty());
}
