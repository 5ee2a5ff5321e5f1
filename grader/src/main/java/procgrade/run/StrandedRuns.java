package procgrade.run;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import procgrade.observe.EnvironmentMark;
import procgrade.observe.ProcFs;

/**
 * What the runs of a killed grader have left. Nearly all of a run ends with its grader; but if that is killed just when
 * strace(1) has made a child, this asks to be traced by its parent, which is the machine's first process by then, and stands
 * still for ever.
 */
public final class StrandedRuns {
    private static final int MOST_PROCESSES = 1 << 16;
    private static final int COMMAND_LINE_BYTES = 1 << 17;
    private static final String VARIABLE = Launch.MARK + "=";

    private StrandedRuns() {}

    /**
     * Kills the processes of runs in a folder. Processes that nobody may look into are left alone.
     *
     * @param folder the workspace of a grader that is gone
     */
    public static void end(Path folder) {
        ProcFs proc = ProcFs.ofThisMachine();
        for (long pid : proc.numbers("", MOST_PROCESSES).toOptional().orElse(List.of())) {
            String environment = text(proc, pid + "/environ", EnvironmentMark.LIMIT_BYTES);
            boolean ofRun = environment.startsWith(VARIABLE) || environment.contains("\0" + VARIABLE);
            if (ofRun && (environment + text(proc, pid + "/cmdline", COMMAND_LINE_BYTES)).contains(folder + "/")) {
                ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            }
        }
    }

    private static String text(ProcFs proc, String file, int limit) {
        return new String(proc.read(file, limit).toOptional().orElse(new byte[0]), StandardCharsets.UTF_8);
    }
}
