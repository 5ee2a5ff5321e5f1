package procgrade.observe;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The sessions of procgrade's Java library that the processes of a tree take part in, each read once. */
public final class MultiprocessingSessions {
    private static final int MOST_DESCRIPTORS = 1024;

    private final ProcFs proc;
    private final Map<String, MultiprocessingSession> read = new HashMap<>();

    /**
     * Finds the sessions.
     *
     * @param proc where to read
     * @param tree whose Java processes are looked at
     */
    public MultiprocessingSessions(ProcFs proc, ProcessTree tree) {
        this.proc = proc;
        for (ObservedProcess process : tree.processes()) {
            if (process.role().isJava()) {
                Descriptor.all(proc, Long.toString(process.pid()), MOST_DESCRIPTORS).stream()
                        .flatMap(descriptor -> MultiprocessingPipe.of(descriptor).stream())
                        .findFirst()
                        .ifPresent(pipe -> of(process, pipe));
            }
        }
    }

    /**
     * The session that a pipe belongs to.
     *
     * @param process that has the pipe open
     * @param pipe of the library
     * @return what the session says about itself, possibly nothing
     */
    public MultiprocessingSession of(ObservedProcess process, MultiprocessingPipe pipe) {
        return read.computeIfAbsent(pipe.folder(), folder -> MultiprocessingSession.read(proc, process.pid(), folder));
    }

    /**
     * What a reader calls a process.
     *
     * @param process of the tree
     * @return {@code java PiMw}, and its name in the program if it has one
     */
    public String label(ObservedProcess process) {
        String role = process.role().label();
        return name(process).map(name -> role + " " + name).orElse(role);
    }

    /**
     * The program's own name for a process.
     *
     * @param process of the tree
     * @return such as {@code Process-1}; empty if it does not use the library
     */
    public Optional<String> name(ObservedProcess process) {
        long pid = process.innermostPid().orElse(process.pid());
        return read.values().stream()
                .flatMap(session -> session.processName(pid).stream())
                .findFirst();
    }
}
