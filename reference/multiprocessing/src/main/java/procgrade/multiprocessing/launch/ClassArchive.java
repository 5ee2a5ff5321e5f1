package procgrade.multiprocessing.launch;

import java.io.File;
import java.util.List;

/**
 * What lets children start fast: an archive of loaded classes, and the jar from which it was recorded.
 *
 * @param flags options of the virtual machine that use the archive; none if there is none
 * @param classes what has to come first on a child's class path, null if nothing
 * @param alone whether nothing may come behind it: a child that is being recorded
 */
record ClassArchive(List<String> flags, File classes, boolean alone) {
    static final ClassArchive NONE = new ClassArchive(List.of(), null, false);
}
