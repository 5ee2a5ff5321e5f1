package procgrade.observe;

import static procgrade.observe.TimeLimit.ALWAYS;
import static procgrade.observe.TimeLimit.NEVER;
import static procgrade.observe.TimeLimit.milliseconds;
import static procgrade.observe.TimeLimit.pointer;

import java.util.Locale;
import java.util.Optional;

/**
 * The one table of system calls in which a thread may block: their numbers (from the kernel headers
 * {@code asm/unistd_64.h} for x86-64, {@code asm-generic/unistd.h} for aarch64), what blocking in them means, which
 * argument is a file descriptor and which one limits the time. A call that is not in the table is never guessed at.
 */
public enum SystemCall {
    /** read(2). */
    READ(0, 63, WaitKind.READING, 0, NEVER),
    /** readv(2). */
    READV(19, 65, WaitKind.READING, 0, NEVER),
    /** pread(2). */
    PREAD64(17, 67, WaitKind.READING, 0, NEVER),
    /** preadv(2). */
    PREADV(295, 69, WaitKind.READING, 0, NEVER),
    /** preadv2(2). */
    PREADV2(327, 286, WaitKind.READING, 0, NEVER),
    /** recvfrom(2), also recv(2). */
    RECVFROM(45, 207, WaitKind.READING, 0, NEVER),
    /** recvmsg(2). */
    RECVMSG(47, 212, WaitKind.READING, 0, NEVER),
    /** recvmmsg(2). */
    RECVMMSG(299, 243, WaitKind.READING, 0, pointer(4)),
    /** write(2). */
    WRITE(1, 64, WaitKind.WRITING, 0, NEVER),
    /** writev(2). */
    WRITEV(20, 66, WaitKind.WRITING, 0, NEVER),
    /** pwrite(2). */
    PWRITE64(18, 68, WaitKind.WRITING, 0, NEVER),
    /** pwritev(2). */
    PWRITEV(296, 70, WaitKind.WRITING, 0, NEVER),
    /** pwritev2(2). */
    PWRITEV2(328, 287, WaitKind.WRITING, 0, NEVER),
    /** sendto(2), also send(2). */
    SENDTO(44, 206, WaitKind.WRITING, 0, NEVER),
    /** sendmsg(2). */
    SENDMSG(46, 211, WaitKind.WRITING, 0, NEVER),
    /** sendmmsg(2). */
    SENDMMSG(307, 269, WaitKind.WRITING, 0, NEVER),
    /** open(2). */
    OPEN(2, -1, WaitKind.OPENING, -1, NEVER),
    /** openat(2). */
    OPENAT(257, 56, WaitKind.OPENING, -1, NEVER),
    /** openat2(2). */
    OPENAT2(437, 437, WaitKind.OPENING, -1, NEVER),
    /** wait4(2), also waitpid(2). */
    WAIT4(61, 260, WaitKind.WAITING_FOR_CHILD, -1, NEVER),
    /** waitid(2). */
    WAITID(247, 95, WaitKind.WAITING_FOR_CHILD, -1, NEVER),
    /** futex(2). */
    FUTEX(202, 98, WaitKind.FUTEX, -1, pointer(3)),
    /** futex_waitv(2). */
    FUTEX_WAITV(449, 449, WaitKind.FUTEX, -1, pointer(3)),
    /** poll(2). */
    POLL(7, -1, WaitKind.POLLING, -1, milliseconds(2)),
    /** ppoll(2). */
    PPOLL(271, 73, WaitKind.POLLING, -1, pointer(2)),
    /** select(2). */
    SELECT(23, -1, WaitKind.POLLING, -1, pointer(4)),
    /** pselect(2). */
    PSELECT6(270, 72, WaitKind.POLLING, -1, pointer(4)),
    /** epoll_wait(2). */
    EPOLL_WAIT(232, -1, WaitKind.POLLING, 0, milliseconds(3)),
    /** epoll_pwait(2). */
    EPOLL_PWAIT(281, 22, WaitKind.POLLING, 0, milliseconds(3)),
    /** epoll_pwait2(2). */
    EPOLL_PWAIT2(441, 441, WaitKind.POLLING, 0, pointer(3)),
    /** nanosleep(2). */
    NANOSLEEP(35, 101, WaitKind.SLEEPING, -1, ALWAYS),
    /** clock_nanosleep(2), also sleep(3). */
    CLOCK_NANOSLEEP(230, 115, WaitKind.SLEEPING, -1, ALWAYS),
    /** pause(2). */
    PAUSE(34, -1, WaitKind.AWAITING_SIGNAL, -1, NEVER),
    /** sigsuspend(2). */
    RT_SIGSUSPEND(130, 133, WaitKind.AWAITING_SIGNAL, -1, NEVER),
    /** sigtimedwait(2), also sigwait(3). */
    RT_SIGTIMEDWAIT(128, 137, WaitKind.AWAITING_SIGNAL, -1, pointer(2)),
    /** flock(2). */
    FLOCK(73, 32, WaitKind.LOCKING_FILE, 0, NEVER),
    /** fcntl(2); only its waiting lock commands block. */
    FCNTL(72, 25, WaitKind.LOCKING_FILE, 0, NEVER),
    /** accept(2). */
    ACCEPT(43, 202, WaitKind.ACCEPTING, 0, NEVER),
    /** accept4(2). */
    ACCEPT4(288, 242, WaitKind.ACCEPTING, 0, NEVER),
    /** connect(2). */
    CONNECT(42, 203, WaitKind.CONNECTING, 0, NEVER),
    /** semop(2). */
    SEMOP(65, 193, WaitKind.MESSAGE_OR_SEMAPHORE, -1, NEVER),
    /** semtimedop(2). */
    SEMTIMEDOP(220, 192, WaitKind.MESSAGE_OR_SEMAPHORE, -1, pointer(3)),
    /** msgsnd(2). */
    MSGSND(69, 189, WaitKind.MESSAGE_OR_SEMAPHORE, -1, NEVER),
    /** msgrcv(2). */
    MSGRCV(70, 188, WaitKind.MESSAGE_OR_SEMAPHORE, -1, NEVER),
    /** mq_timedsend(2). */
    MQ_TIMEDSEND(242, 182, WaitKind.MESSAGE_OR_SEMAPHORE, 0, pointer(4)),
    /** mq_timedreceive(2). */
    MQ_TIMEDRECEIVE(243, 183, WaitKind.MESSAGE_OR_SEMAPHORE, 0, pointer(4)),
    /** restart_syscall(2): a wait with a time limit, taken up again after a stop. */
    RESTART_SYSCALL(219, 128, WaitKind.RESUMED_TIMED_WAIT, -1, ALWAYS);

    private static final SystemCall[] ALL = values();

    private final int numberOnX86;
    private final int numberOnArm;
    private final WaitKind kind;
    private final int descriptorArgument;
    private final TimeLimit timeLimit;

    SystemCall(int numberOnX86, int numberOnArm, WaitKind kind, int descriptorArgument, TimeLimit timeLimit) {
        this.numberOnX86 = numberOnX86;
        this.numberOnArm = numberOnArm;
        this.kind = kind;
        this.descriptorArgument = descriptorArgument;
        this.timeLimit = timeLimit;
    }

    /**
     * Looks a number up.
     *
     * @param architecture whose numbering
     * @param number of the call
     * @return the call, empty if the table does not have it
     */
    public static Optional<SystemCall> of(Architecture architecture, long number) {
        for (SystemCall call : ALL) {
            if (number >= 0 && call.number(architecture) == number) {
                return Optional.of(call);
            }
        }
        return Optional.empty();
    }

    /**
     * The number of this call.
     *
     * @param architecture whose numbering
     * @return the number, -1 if that family does not have the call
     */
    public int number(Architecture architecture) {
        return switch (architecture) {
            case X86_64 -> numberOnX86;
            case AARCH64 -> numberOnArm;
            case UNKNOWN -> -1;
        };
    }

    WaitKind kind() {
        return kind;
    }

    /** Which argument is the file descriptor that the call waits on, -1 if none is. */
    int descriptorArgument() {
        return descriptorArgument;
    }

    TimeLimit timeLimit() {
        return timeLimit;
    }

    /** {@return the name as in the manual} */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
