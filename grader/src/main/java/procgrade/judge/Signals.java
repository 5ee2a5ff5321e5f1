package procgrade.judge;

import java.util.Map;
import procgrade.observe.ProcessEnd;

/** Signals by the names and numbers of Linux on x86 and ARM. */
final class Signals {
    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(1, "SIGHUP"),
            Map.entry(2, "SIGINT"),
            Map.entry(3, "SIGQUIT"),
            Map.entry(4, "SIGILL"),
            Map.entry(6, "SIGABRT"),
            Map.entry(7, "SIGBUS"),
            Map.entry(8, "SIGFPE"),
            Map.entry(9, "SIGKILL"),
            Map.entry(10, "SIGUSR1"),
            Map.entry(11, "SIGSEGV"),
            Map.entry(12, "SIGUSR2"),
            Map.entry(13, "SIGPIPE"),
            Map.entry(14, "SIGALRM"),
            Map.entry(15, "SIGTERM"),
            Map.entry(24, "SIGXCPU"),
            Map.entry(25, "SIGXFSZ"),
            Map.entry(31, "SIGSYS"));

    private Signals() {}

    /** {@code exit code 1}, {@code signal SIGKILL}. */
    static String words(ProcessEnd end) {
        return end.signalled() ? "signal " + name(end.number()) : end.toString();
    }

    static String name(int signal) {
        return NAMES.getOrDefault(signal, String.valueOf(signal));
    }
}
