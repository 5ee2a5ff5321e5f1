package procgrade.standstill;

import java.util.List;
import procgrade.observe.Observed;

/** The files of a program, by the paths at which its processes see them. */
interface ProgramFiles {
    /**
     * Reads a text.
     *
     * @param pid the process
     * @param path absolute, or relative to its working folder
     * @return the text; gone if there is no such file, unreadable if it is none to be read or too long
     */
    Observed<String> text(long pid, String path);

    /**
     * Finds the Python files of a package.
     *
     * @param pid the process
     * @param folder absolute, or relative to its working folder
     * @return their paths, also those in folders below; empty if there is no such folder; too many are unreadable
     */
    Observed<List<String>> pythonFiles(long pid, String folder);
}
