package procgrade.multiprocessing.kernel;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

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
    private final Set<Integer> mine = new HashSet<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    private int next = 1;

    ProcessTable(File folder) {
        this.folder = folder;
    }

    void claimFirst() {
        describe(0, OwnPid.VALUE, -1, "MainProcess");
    }

    /**
     * Claims an index for a process that is about to start.
     *
     * @return the index, from 1
     * @throws IllegalStateException if {@value #MOST_PROCESSES} processes live already
     */
    public synchronized int claim() {
        try {
            while (!free.isEmpty()) {
                int index = free.pop();
                if (claimed(index)) {
                    return index;
                }
            }
            for (int tries = 1; tries < MOST_PROCESSES; tries++) {
                int index = next;
                next = next + 1 < MOST_PROCESSES ? next + 1 : 1;
                if (claimed(index)) {
                    return index;
                }
            }
        } catch (IOException e) {
            throw Faults.cannot("note a process in " + folder, e);
        }
        throw new IllegalStateException("cannot start a process: " + MOST_PROCESSES
                + " processes of this program are alive; join some before starting more");
    }

    private boolean claimed(int index) throws IOException {
        boolean claimed = file(index).createNewFile();
        if (claimed) {
            mine.add(index);
        }
        return claimed;
    }

    /**
     * Gives an index back after the end of its process.
     *
     * @param index claimed by this process
     */
    public synchronized void release(int index) {
        if (mine.remove(index)) {
            boolean unused = file(index).delete();
            free.push(index);
        }
    }

    /** Gives all indices back when this process ends; its children have ended. */
    public synchronized void releaseAll() {
        for (int index : new ArrayList<>(mine)) {
            release(index);
        }
    }

    /**
     * Gives the indices back that a killed process had claimed for its children, who end with it.
     *
     * @param parentIndex the killed process's index
     */
    public void releaseChildrenOf(int parentIndex) {
        String[] names = folder.list((parent, name) -> name.matches("process-\\d+"));
        for (String name : names == null ? new String[0] : names) {
            int index = Integer.parseInt(name.substring(name.indexOf('-') + 1));
            if (parentOf(index) == parentIndex) {
                releaseChildrenOf(index);
                boolean unused = file(index).delete();
            }
        }
    }

    private int parentOf(int index) {
        try {
            String[] fields = Files.readString(file(index).toPath()).split("\t");
            return fields.length == 3 ? Integer.parseInt(fields[1]) : -1;
        } catch (IOException | NumberFormatException goneOrUnfinished) {
            return -1;
        }
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
