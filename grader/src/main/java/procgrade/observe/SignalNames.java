package procgrade.observe;

import java.util.List;
import java.util.OptionalInt;

/** The numbers of signals, signal(7), for x86-64 and aarch64. */
final class SignalNames {
    private static final List<String> FROM_ONE = List.of(
            "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV", "USR2", "PIPE", "ALRM",
            "TERM", "STKFLT", "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU", "URG", "XCPU", "XFSZ", "VTALRM", "PROF",
            "WINCH", "IO", "PWR", "SYS");
    private static final int FIRST_REAL_TIME = 32;

    private SignalNames() {}

    /**
     * A number by its name.
     *
     * @param name as strace writes it: {@code SIGKILL}, {@code SIGRTMIN}, {@code SIGRT_3}
     * @return empty for a name that is not known
     */
    static OptionalInt number(String name) {
        if (name.equals("SIGRTMIN")) {
            return OptionalInt.of(FIRST_REAL_TIME);
        }
        if (name.matches("SIGRT_\\d{1,2}")) {
            return OptionalInt.of(FIRST_REAL_TIME + Integer.parseInt(name.substring("SIGRT_".length())));
        }
        int index = name.startsWith("SIG") ? FROM_ONE.indexOf(name.substring(3)) : -1;
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index + 1);
    }
}
