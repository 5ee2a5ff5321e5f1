package procgrade.observe;

/** What a file descriptor leads to, from the text of its link and the type of its file; see proc_pid_fd(5). */
public enum DescriptorKind {
    /** A pipe without a name, pipe(7). */
    PIPE,
    /** A named pipe, fifo(7). */
    NAMED_PIPE,
    /** A socket of any family. */
    SOCKET,
    /** A counter made by eventfd(2). */
    EVENT_COUNTER,
    /** A set made by epoll_create(2). */
    EPOLL,
    /** A timer made by timerfd_create(2). */
    TIMER,
    /** A process, pidfd_open(2). */
    PROCESS,
    /** Another of the kernel's anonymous files: inotify, signalfd, io_uring and so on. */
    OTHER_ANONYMOUS,
    /** An ordinary file, also one that exists in memory only. */
    FILE,
    /** A terminal, {@code /dev/null} and the like. */
    DEVICE,
    /** Anything else. */
    OTHER,
    /** The descriptor cannot be read or was closed meanwhile. */
    UNREADABLE
}
