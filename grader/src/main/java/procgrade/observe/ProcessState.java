package procgrade.observe;

/** The scheduling state of a process or thread: the letter of {@code stat}, proc_pid_stat(5). */
public enum ProcessState {
    /** Computing, or ready to and waiting for a core. */
    RUNNING('R'),
    /** Waiting for something; a signal would wake it. */
    SLEEPING('S'),
    /** Waiting for the kernel, mostly for a disk; no signal wakes it. */
    DISK_SLEEP('D'),
    /** Stopped by a signal such as SIGSTOP. */
    STOPPED('T'),
    /** Stopped by a debugger. */
    TRACED('t'),
    /** Ended, and its parent has not asked for the exit code yet. */
    ZOMBIE('Z'),
    /** In the last moment of its end. */
    DEAD('X'),
    /** An idle thread of the kernel. */
    IDLE('I'),
    /** A letter that this list does not have. */
    UNKNOWN('?');

    private final char letter;

    ProcessState(char letter) {
        this.letter = letter;
    }

    static ProcessState ofLetter(char letter) {
        for (ProcessState state : values()) {
            if (state.letter == letter) {
                return state;
            }
        }
        // kernels before 4.14 wrote a lower-case x as well
        return letter == 'x' ? DEAD : UNKNOWN;
    }

    /** {@return whether it has ended and only its entry is left} */
    public boolean hasEnded() {
        return this == ZOMBIE || this == DEAD;
    }

    /** {@return whether somebody has stopped it from outside} */
    public boolean isStopped() {
        return this == STOPPED || this == TRACED;
    }
}
