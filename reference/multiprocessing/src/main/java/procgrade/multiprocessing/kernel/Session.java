package procgrade.multiprocessing.kernel;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The folder that all processes of one program share, and this process's place in it.
 *
 * <p>Theory of operation. The first process that needs a shared object makes the folder
 * {@code multiprocessing-<pid namespace>-<pid>-<start time>} (mode 700) in {@code /dev/shm}, or else in
 * {@code java.io.tmpdir}, and removes it at its end. In it are named pipes ({@code <object>.<role>}), a
 * supply of unused pipes ({@code free-…}: making one costs a process, claiming one a rename), mapped
 * files ({@code cells-…}), marks of what has been said ({@code said-…}), one file per process
 * ({@code process-<index>}, see {@link ProcessTable}) and the file {@code names} that says what the program
 * calls an object. A folder whose owner was killed is removed by its children as they end, or else by the next
 * program of this user that starts.
 */
public final class Session {
    /** The environment variable that names another folder to put the session's folder into. */
    public static final String FOLDER_VARIABLE = "PROCGRADE_PIPES";

    private static volatile Session current;

    private final File folder;
    private final int processIndex;
    private final String origin;
    private final FifoSupply supply;
    private final CellFiles cellFiles;
    private final ProcessTable processes;
    private final Map<String, Integer> lastNumbers = new HashMap<>();
    private final Map<String, String> knownNames = new HashMap<>();

    private Session(File folder, int processIndex, String origin, FifoSupply supply) {
        this.folder = folder;
        this.processIndex = processIndex;
        this.origin = origin;
        this.supply = supply;
        this.cellFiles = new CellFiles(folder, origin);
        this.processes = new ProcessTable(folder);
    }

    /**
     * Returns the session of this process; the first call of a program makes it.
     *
     * @return the session
     * @throws java.io.UncheckedIOException if its folder or pipes cannot be made
     */
    public static Session current() {
        Session session = current;
        return session != null ? session : create();
    }

    /** {@return whether this process already has a session} */
    public static boolean exists() {
        return current != null;
    }

    private static synchronized Session create() {
        if (current == null) {
            CurrentFolder.require("make pipes");
            SessionFolder.sweep();
            current = createIn(SessionFolder.nameForThisProcess());
        }
        return current;
    }

    private static Session createIn(File folder) {
        boolean made = false;
        try {
            Session session = new Session(folder, 0, "", FifoSupply.createWithFolder(folder));
            session.processes.claimFirst();
            made = true;
            return session;
        } finally {
            if (!made) {
                SessionFolder.delete(folder);
            }
        }
    }

    /**
     * Makes this process a member of its parent's session.
     *
     * @param folder the session's folder
     * @param processIndex the index that the parent claimed for this process
     * @param identity which child of which parent it is, {@code 1:2}; never used again, unlike the index
     * @return the session
     */
    public static synchronized Session attach(File folder, int processIndex, String identity) {
        current = new Session(folder, processIndex, "p" + identity.replace(':', '_') + "-", FifoSupply.in(folder));
        return current;
    }

    /** {@return the session's folder} */
    public File folder() {
        return folder;
    }

    /** {@return this process's index: 0 for the program's first process; dense and unique among the living} */
    public int processIndex() {
        return processIndex;
    }

    /** {@return the table of the session's processes} */
    public ProcessTable processes() {
        return processes;
    }

    /**
     * Names a new shared object.
     *
     * @param kind what it is, lower case, e.g. {@code queue}
     * @return a name unique in the session: {@code queue-1}, or {@code queue-p1_2-1} if made by {@code Process-1:2}
     */
    public String newName(String kind) {
        synchronized (lastNumbers) {
            int number = lastNumbers.merge(kind, 1, Integer::sum);
            return kind + "-" + origin + number;
        }
    }

    /**
     * Makes a named pipe and opens it.
     *
     * @param name the object's name and the pipe's role in it: {@code queue-1.readers}
     * @return the open pipe, empty
     */
    public Fifo createFifo(String name) {
        return Fifo.open(supply.claim(name));
    }

    /**
     * Makes a named pipe for data and opens it, with the capacity that {@link PipeCapacity#VARIABLE} asks for.
     *
     * @param name the object's name and the pipe's role in it: {@code queue-1.data}
     * @return the open pipe, empty
     */
    public Fifo createDataFifo(String name) {
        Fifo fifo = createFifo(name);
        PipeCapacity.applyTo(fifo);
        return fifo;
    }

    /**
     * Makes a named pipe without opening it.
     *
     * @param name the object's name and the pipe's role in it
     * @return its path
     */
    public File createFifoFile(String name) {
        return supply.claim(name);
    }

    /**
     * Opens a pipe that another process of the session made.
     *
     * @param name as given to {@link #createFifo}
     * @return the open pipe
     */
    public Fifo openFifo(String name) {
        return Fifo.open(new File(folder, name));
    }

    /**
     * Allocates shared memory, filled with zeros.
     *
     * @param bytes its length
     * @return the region
     */
    public Cells allocate(int bytes) {
        return cellFiles.allocate(bytes);
    }

    /**
     * Finds shared memory that another process of the session allocated.
     *
     * @param ref its {@link Cells#ref()}
     * @return the region
     */
    public Cells open(String ref) {
        return cellFiles.open(ref);
    }

    /**
     * Notes what the program calls an object, for observers: a line {@code queue-1 PiMw.tQueue} in {@code names}.
     *
     * @param object the object's name in the session
     * @param programName the class and field that hold it
     */
    public void noteName(String object, String programName) {
        synchronized (knownNames) {
            if (programName.equals(knownNames.put(object, programName))) {
                return;
            }
        }
        try (OutputStream names = new FileOutputStream(new File(folder, "names"), true)) {
            names.write((object + " " + programName + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw Faults.cannot("note a name in " + folder, e);
        }
    }

    /**
     * Lets one process of the program speak for all.
     *
     * @param sentence what it wants to say
     * @return whether none has said it before
     */
    public boolean isFirstToSay(String sentence) {
        try {
            return new File(folder, "said-" + Integer.toHexString(sentence.hashCode())).createNewFile();
        } catch (IOException cannotKnow) {
            return true;
        }
    }

    /** Removes the session's folder if this process made it; pipes still open live on in the processes that have them. */
    public void removeIfOwned() {
        if (processIndex == 0) {
            SessionFolder.delete(folder);
        }
    }

    /** Removes the session's folder if the process that made it is dead. */
    public void removeIfAbandoned() {
        if (!SessionFolder.ownerIsAlive(folder)) {
            SessionFolder.delete(folder);
        }
    }
}
