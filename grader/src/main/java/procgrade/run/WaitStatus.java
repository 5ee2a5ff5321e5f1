package procgrade.run;

import procgrade.observe.ProcessEnd;

/** Reads what wait(2) and shells say about the end of a process. */
final class WaitStatus {
    private static final int SIGNAL_BITS = 0x7f;
    private static final int SHELL_SIGNAL = 128;
    private static final int MOST_SIGNALS = 64;

    private WaitStatus() {}

    /** The encoding of wait(2): the signal in the lowest seven bits, the exit code in the second byte. */
    static ProcessEnd ofKernel(int status) {
        int signal = status & SIGNAL_BITS;
        return signal == 0 ? ProcessEnd.exited(status >> 8 & 0xff) : ProcessEnd.bySignal(signal);
    }

    /** The encoding of shells, 128 + signal, which cannot be told from that exit code. */
    static ProcessEnd ofShell(int code) {
        return code > SHELL_SIGNAL && code <= SHELL_SIGNAL + MOST_SIGNALS
                ? ProcessEnd.bySignal(code - SHELL_SIGNAL)
                : ProcessEnd.exited(code);
    }
}
