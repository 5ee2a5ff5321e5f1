package procgrade.observe;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One reading of {@code /proc/PID/stat} or of the same file of a thread, proc_pid_stat(5).
 *
 * <p>{@code pid} and {@code startedAfterBoot} together identify a process: the kernel uses a pid again, but not
 * within the same clock tick.
 *
 * @param pid number of the process or thread, as seen by the reader
 * @param name the first 15 bytes of the name of the program or thread, chosen by the program itself, in printable form
 * @param state its scheduling state
 * @param parentPid pid of the parent process, 0 if it has none or none that the reader can see
 * @param processGroup id of its process group
 * @param session id of its session
 * @param userCpu processor time spent in its own code, in whole clock ticks (10 ms)
 * @param systemCpu processor time the kernel spent for it, in whole clock ticks (10 ms)
 * @param reapedCpu processor time of its children that have ended and that it has asked for, with theirs, in whole clock
 *     ticks; not of those whose end it ignores
 * @param threads number of its threads
 * @param startedAfterBoot when it started, as time since the machine was booted, in whole clock ticks
 * @param rssBytes memory resident in RAM, in bytes, inexact by some pages for each thread
 * @param waitStatus of a zombie, the status its parent will get from wait(2); empty on kernels before 3.5. 0 also if
 *     this user may not know it
 * @param inspectable false if this user may not know what is in its memory, and so neither its wait status; always true
 *     for a zombie
 * @param ofKernel whether it is a thread of the kernel, which has neither memory nor files; false if that is not known
 */
public record ProcessStat(
        long pid,
        String name,
        ProcessState state,
        long parentPid,
        long processGroup,
        long session,
        Duration userCpu,
        Duration systemCpu,
        Duration reapedCpu,
        int threads,
        Duration startedAfterBoot,
        long rssBytes,
        OptionalInt waitStatus,
        boolean inspectable,
        boolean ofKernel) {

    /** More than the file ever has. */
    public static final int LIMIT_BYTES = 4096;

    // positions after the name, whose field is number 2 in the manual page
    private static final int STATE = 0;
    private static final int PPID = 1;
    private static final int PGRP = 2;
    private static final int SESSION = 3;
    private static final int FLAGS = 6;
    private static final int UTIME = 11;
    private static final int STIME = 12;
    private static final int CUTIME = 13;
    private static final int CSTIME = 14;
    private static final int NUM_THREADS = 17;
    private static final int STARTTIME = 19;
    private static final int RSS = 21;
    private static final int STARTCODE = 23;
    private static final int EXIT_CODE = 49;

    /** {@code PF_KTHREAD} of the kernel's {@code linux/sched.h}, where it is since 2.6.27. */
    private static final long KERNEL_THREAD = 0x0020_0000;

    /**
     * Parses the content of the file. The name may hold any byte, also {@code ") R 1"} and line ends; since only
     * numbers follow it, it ends at the last closing parenthesis.
     *
     * @param content the whole file
     * @param units of the machine it was read on
     * @return the reading, empty if the content is malformed or cut off
     */
    public static Optional<ProcessStat> parse(byte[] content, KernelUnits units) {
        int open = indexOf(content, '(');
        int close = lastIndexOf(content, ')');
        if (open < 1 || close < open) {
            return Optional.empty();
        }
        Fields fields = new Fields(content, close + 1);
        if (fields.count <= RSS || !fields.isLetter(STATE)) {
            return Optional.empty();
        }
        try {
            long pid = Fields.number(content, 0, content[open - 1] == ' ' ? open - 1 : open);
            return Optional.of(of(pid, Printable.of(content, open + 1, close), fields, units));
        } catch (NumberFormatException malformed) {
            return Optional.empty();
        }
    }

    /** Only the state; empty if the content is malformed. */
    static Optional<ProcessState> parseState(byte[] content) {
        int at = lastIndexOf(content, ')') + 2;
        boolean letter = at >= 2 && at + 1 < content.length && content[at - 1] == ' ' && content[at + 1] == ' ';
        return letter ? Optional.of(ProcessState.ofLetter((char) content[at])) : Optional.empty();
    }

    private static ProcessStat of(long pid, String name, Fields fields, KernelUnits units) {
        return new ProcessStat(
                pid,
                name,
                ProcessState.ofLetter(fields.letter(STATE)),
                fields.number(PPID),
                fields.number(PGRP),
                fields.number(SESSION),
                units.ticks(fields.number(UTIME)),
                units.ticks(fields.number(STIME)),
                units.ticks(fields.number(CUTIME) + fields.number(CSTIME)),
                (int) fields.number(NUM_THREADS),
                units.ticks(fields.number(STARTTIME)),
                fields.number(RSS) * units.pageBytes(),
                fields.count > EXIT_CODE ? OptionalInt.of((int) fields.number(EXIT_CODE)) : OptionalInt.empty(),
                // the kernel's way of not telling where the code is
                fields.count <= STARTCODE || !fields.isOne(STARTCODE),
                (fields.number(FLAGS) & KERNEL_THREAD) != 0);
    }

    /** The words after the name. Not made into strings, since this is done for each process of the machine. */
    private static final class Fields {
        private static final int MOST_DIGITS = 18;

        private final byte[] content;
        private final int[] starts = new int[EXIT_CODE + 1];
        private final int[] ends = new int[EXIT_CODE + 1];
        private int count;

        Fields(byte[] content, int from) {
            this.content = content;
            int at = from;
            while (at < content.length && count <= EXIT_CODE) {
                int start = at;
                while (at < content.length && content[at] > ' ') {
                    at++;
                }
                if (at > start) {
                    starts[count] = start;
                    ends[count++] = at;
                }
                at++;
            }
        }

        boolean isLetter(int field) {
            return ends[field] - starts[field] == 1;
        }

        char letter(int field) {
            return (char) content[starts[field]];
        }

        boolean isOne(int field) {
            return isLetter(field) && content[starts[field]] == '1';
        }

        long number(int field) {
            return number(content, starts[field], ends[field]);
        }

        static long number(byte[] content, int from, int to) {
            boolean negative = from < to && content[from] == '-';
            int at = negative ? from + 1 : from;
            if (at >= to || to - at > MOST_DIGITS) {
                throw new NumberFormatException("no number of " + MOST_DIGITS + " digits");
            }
            long value = 0;
            for (; at < to; at++) {
                if (content[at] < '0' || content[at] > '9') {
                    throw new NumberFormatException("no digit");
                }
                value = value * 10 + (content[at] - '0');
            }
            return negative ? -value : value;
        }
    }

    private static int indexOf(byte[] content, char wanted) {
        for (int i = 0; i < content.length; i++) {
            if (content[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    private static int lastIndexOf(byte[] content, char wanted) {
        for (int i = content.length - 1; i >= 0; i--) {
            if (content[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** {@return user and system time together} */
    public Duration cpu() {
        return userCpu.plus(systemCpu);
    }

    /**
     * Compares identities.
     *
     * @param other another reading
     * @return whether both are about the same process, not only about the same pid
     */
    public boolean isSameProcess(ProcessStat other) {
        return pid == other.pid && startedAfterBoot.equals(other.startedAfterBoot);
    }
}
