package procgrade.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import procgrade.observe.ProcessStarts;
import procgrade.run.RunFault;

/** Processes that compute without end, to see whether grading stands a busy machine. */
public final class Hogs implements AutoCloseable {
    private final List<Process> processes = new ArrayList<>();

    private Hogs() {}

    /**
     * Starts some.
     *
     * @param count how many, perhaps none
     * @param setup of the machine
     * @return close it to end them
     * @throws RunFault if they cannot be started
     */
    public static Hogs start(int count, GraderSetup setup) {
        Hogs hogs = new Hogs();
        try {
            for (int i = 0; i < count; i++) {
                hogs.processes.add(ProcessStarts.start(new ProcessBuilder(
                                CalibrationKernel.command(setup.tools().javaHome(), CalibrationKernel.ENDLESS))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)));
            }
            return hogs;
        } catch (IOException cause) {
            hogs.close();
            throw new RunFault(
                    "cannot start a process that computes: " + cause.getMessage()
                            + ": run 'procgrade doctor' to see whether there is a Java",
                    cause);
        }
    }

    /** Ends them. */
    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
    }
}
