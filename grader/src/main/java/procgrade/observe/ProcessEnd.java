package procgrade.observe;

/**
 * How a process ended.
 *
 * @param signalled whether a signal ended it
 * @param number the exit code 0 to 255, or the number of the signal
 */
public record ProcessEnd(boolean signalled, int number) {
    /**
     * An end by its own doing.
     *
     * @param code the exit code, 0 to 255
     * @return the end
     */
    public static ProcessEnd exited(int code) {
        return new ProcessEnd(false, code);
    }

    /**
     * An end by a signal.
     *
     * @param signal its number, such as 9 for SIGKILL
     * @return the end
     */
    public static ProcessEnd bySignal(int signal) {
        return new ProcessEnd(true, signal);
    }

    /**
     * Decodes what wait(2) gives.
     *
     * @param status of a process that has ended: the exit code times 256, or the signal, plus 128 if there is a core dump
     * @return the end
     */
    static ProcessEnd ofWaitStatus(int status) {
        int signal = status & 0x7f;
        return signal == 0 ? exited(status >> 8 & 0xff) : bySignal(signal);
    }

    /** {@return whether it exited with code 0} */
    public boolean isSuccess() {
        return !signalled && number == 0;
    }

    /** {@return in words, such as {@code exit code 1} or {@code signal 9}} */
    @Override
    public String toString() {
        return (signalled ? "signal " : "exit code ") + number;
    }
}
