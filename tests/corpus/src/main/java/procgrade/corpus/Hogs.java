package procgrade.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Processes that do nothing but compute, so that all others must wait for a core. */
final class Hogs implements AutoCloseable {
    /** They end by themselves if nobody is left to end them. */
    private static final String LONGEST_SECONDS = "3600";

    private final List<Process> processes = new ArrayList<>();

    static Hogs start(int count) {
        Hogs hogs = new Hogs();
        try {
            for (int i = 0; i < count; i++) {
                hogs.processes.add(
                        new ProcessBuilder("timeout", LONGEST_SECONDS, "sh", "-c", "while :; do :; done").start());
            }
        } catch (IOException cause) {
            hogs.close();
            throw new CorpusException("cannot start a process that computes: " + cause.getMessage(), cause);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(hogs::close));
        return hogs;
    }

    @Override
    public void close() {
        for (Process process : processes) {
            // timeout hands SIGTERM on to the shell
            process.destroy();
        }
    }
}
