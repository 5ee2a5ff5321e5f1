package procgrade.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import procgrade.observe.Descriptor;
import procgrade.observe.MultiprocessingPipe;
import procgrade.observe.MultiprocessingSession;
import procgrade.observe.ObservedProcess;
import procgrade.observe.ProcFs;
import procgrade.observe.ProcessTree;

/** The sessions of procgrade's Java library that the processes of a tree take part in, each read once. */
final class Sessions {
    private static final int MOST_DESCRIPTORS = 1024;

    private final ProcFs proc;
    private final Map<String, MultiprocessingSession> read = new HashMap<>();

    Sessions(ProcFs proc, ProcessTree tree) {
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

    MultiprocessingSession of(ObservedProcess process, MultiprocessingPipe pipe) {
        return read.computeIfAbsent(pipe.folder(), folder -> MultiprocessingSession.read(proc, process.pid(), folder));
    }

    /** What a reader calls a process: {@code java PiMw}, and its name in the program if it has one. */
    String label(ObservedProcess process) {
        String role = process.role().label();
        return name(process).map(name -> role + " " + name).orElse(role);
    }

    private Optional<String> name(ObservedProcess process) {
        long pid = process.innermostPid().orElse(process.pid());
        return read.values().stream()
                .flatMap(session -> session.processName(pid).stream())
                .findFirst();
    }
}
