package procgrade.observe;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * The kernel's account of its processes, proc(5). No method throws for a missing, forbidden or strange entry, and
 * every method has a limit on what it reads. Paths are relative to the root, for example {@code 4711/stat}.
 *
 * <p>Safe for use by several threads.
 */
public interface ProcFs {
    /** {@return this machine's {@code /proc}} */
    static ProcFs ofThisMachine() {
        return at(Path.of("/proc"));
    }

    /**
     * A file tree that has the form of {@code /proc}.
     *
     * @param root the folder that stands for {@code /proc}; it need not exist
     * @return a reader of it
     */
    static ProcFs at(Path root) {
        return new DirectoryProcFs(root);
    }

    /**
     * Reads a file that the kernel makes up. Not for files that a program may have put there: opening a named pipe
     * would block; see {@link #readUserFile}.
     *
     * @param path relative to the root
     * @param limitBytes the most to read, at least 1; the rest is cut off silently
     * @return the content, possibly empty
     */
    Observed<byte[]> read(String path, int limitBytes);

    /**
     * Reads a file that the kernel makes up in one piece, such as {@code stat}, {@code status} or {@code syscall}: faster
     * than {@link #read}, since the first reading gives all there is. Of a list, such as {@code maps}, it may give a part.
     *
     * @param path relative to the root
     * @param limitBytes the most to read, at least 1; the rest is cut off silently
     * @return the content, possibly empty
     */
    default Observed<byte[]> readRecord(String path, int limitBytes) {
        return read(path, limitBytes);
    }

    /**
     * Reads a part of a file, such as the memory of a process ({@code PID/mem}, proc_pid_mem(5)).
     *
     * @param path relative to the root
     * @param offset where to begin, at least 0
     * @param length the most to read, at least 1
     * @return the bytes there, fewer if the file or the mapped memory ends before
     */
    Observed<byte[]> readAt(String path, long offset, int length);

    /**
     * Opens a file that the kernel makes up, to read it again and again at a fraction of the cost. The open file stays
     * bound to the process or thread it was opened for: once that has ended, it reads as {@link Availability#GONE}, even
     * if another one has its number.
     *
     * @param path relative to the root
     * @param limitBytes the most to read each time, at least 1
     * @return the open file, to be closed by the caller; one that could not be opened gives no value at each reading
     */
    default KeptFile keep(String path, int limitBytes) {
        return () -> read(path, limitBytes);
    }

    /**
     * Reads an ordinary file in the file tree of another process, given as {@code PID/root/…}. Never blocks on what
     * that process may have put in the file's place: anything but an ordinary file reads as empty or unreadable.
     *
     * @param path relative to the root
     * @param limitBytes the most to read, at least 1; the rest is cut off silently
     * @return the content, possibly empty
     */
    Observed<byte[]> readUserFile(String path, int limitBytes);

    /**
     * Reads a link and the identity of what it leads to.
     *
     * @param path relative to the root
     * @return the link
     */
    Observed<Link> link(String path);

    /**
     * Reads a link; if its text does not promise anything, not what it leads to, which is two thirds of the price.
     *
     * @param path relative to the root
     * @param promises tells by the text, in printable form
     * @return the link, perhaps with the text only
     */
    default Observed<Link> link(String path, Predicate<String> promises) {
        return link(path);
    }

    /**
     * Lists the entries of a folder whose names are decimal numbers: processes, threads, file descriptors.
     *
     * @param directory relative to the root; empty for the root itself
     * @param limit the most entries to return, at least 1; a list of that size may be incomplete
     * @return the numbers, ascending
     */
    Observed<List<Long>> numbers(String directory, int limit);
}
