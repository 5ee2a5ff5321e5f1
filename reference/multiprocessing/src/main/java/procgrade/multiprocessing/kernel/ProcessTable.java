package procgrade.multiprocessing.kernel;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The processes of a session: one file {@code process-<index>} each, with one line
 * {@code pid<TAB>parent's index<TAB>name} for observers.
 *
 * <p>An index belongs to one living process and is used again after its end, so tables with a slot per
 * process stay small. It is claimed by creating the file, which only one process can do.
 */
public final class ProcessTable {
    /** How many processes of one session may live at the same time. */
    public static final int MOST_PROCESSES = 4096;

    private final File folder;
    private final Deque<Integer> free = new ArrayDeque<>();
    private int next = 1;

    ProcessTable(File folder) {
        this.folder = folder;
    }

    void claimFirst() {
        describe(0, ProcessHandle.current().pid(), -1, "MainProcess");
    }

    /**
     * Claims an index for a process that is about to start.
     *
     * @return the index, from 1
     * @throws IllegalStateException if {@value #MOST_PROCESSES} processes live already
     */
    public synchronized int claim() {
        if (!free.isEmpty()) {
            return free.pop();
        }
        try {
            while (next < MOST_PROCESSES) {
                int index = next++;
                if (file(index).createNewFile()) {
                    return index;
                }
            }
        } catch (IOException e) {
            throw Faults.cannot("note a process in " + folder, e);
        }
        throw new IllegalStateException("cannot start a process: " + MOST_PROCESSES
                + " processes of this program are or were alive; join some before starting more");
    }

    /**
     * Gives an index back after the end of its process.
     *
     * @param index claimed by this process
     */
    public synchronized void release(int index) {
        free.push(index);
    }

    /**
     * Describes a process for observers.
     *
     * @param index the process's index
     * @param pid its process id
     * @param parentIndex its parent's index, -1 for none
     * @param name its name in the program
     */
    public void describe(int index, long pid, int parentIndex, String name) {
        try (OutputStream out = new FileOutputStream(file(index))) {
            String printable = name.replaceAll("[\\t\\n\\r]", " ");
            out.write((pid + "\t" + parentIndex + "\t" + printable + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw Faults.cannot("note a process in " + folder, e);
        }
    }

    private File file(int index) {
        return new File(folder, "process-" + index);
    }
}
