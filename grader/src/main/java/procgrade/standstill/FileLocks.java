package procgrade.standstill;

import java.util.HashSet;
import java.util.Set;
import procgrade.observe.Descriptor;

/**
 * Reads {@code /proc/locks}, proc_locks(5): {@code 1: FLOCK ADVISORY WRITE 1234 08:02:13134 0 EOF}. Waiters have an
 * arrow before the type.
 */
final class FileLocks {
    private static final int FIELDS = 8;
    private static final int PID = 4;
    private static final int FILE = 5;

    private FileLocks() {}

    /** {@return pids of those who have a lock on the file; negative for one that the kernel does not name} */
    static Set<Long> owners(String locks, Descriptor file) {
        Set<Long> owners = new HashSet<>();
        String inode = ":" + file.inode();
        for (String line : locks.split("\n")) {
            String[] fields = line.trim().split(" +");
            if (fields.length >= FIELDS && !fields[1].equals("->") && fields[FILE].endsWith(inode)) {
                owners.add(fields[PID].matches("[0-9]{1,18}") ? Long.parseLong(fields[PID]) : -1L);
            }
        }
        return owners;
    }
}
