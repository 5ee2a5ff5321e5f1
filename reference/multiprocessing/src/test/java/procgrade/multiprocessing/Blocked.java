package procgrade.multiprocessing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits until a process is seen waiting in the kernel, by {@code /proc/PID/task/TID/syscall} and
 * {@code /proc/PID/fd} ({@code proc(5)}), so that tests need not guess how long that takes.
 *
 * <p>A pipe is given by the end of its name, {@code lock-1.lock} or {@code .lock}. A wait with a time-out is
 * on a link whose name begins with {@code timed-}; it counts only if the name that is asked for begins so.
 */
final class Blocked {
    private static final boolean X86 = "amd64".equals(System.getProperty("os.arch"));
    private static final String READ = X86 ? "0" : "63";
    private static final String WRITE = X86 ? "1" : "64";
    private static final String TIMED = "timed-";
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private Blocked() {}

    /** Waits until a thread of a process is in read(2) on a pipe. */
    static void awaitReader(long pid, String pipe) {
        awaitReaders(pid, 1, pipe);
    }

    /** Waits until a process of this library is in read(2) on a pipe. */
    static void awaitReader(Process process, String pipe) {
        awaitReaders(process.pid(), 1, pipe);
    }

    /** Waits until so many threads of a process, or more, are in read(2) on a pipe. */
    static void awaitReaders(long pid, int count, String pipe) {
        await(pid, READ, count, pipe);
    }

    /** Waits until so many threads of this process, or more, are in read(2) on a pipe. */
    static void awaitReadersHere(int count, String pipe) {
        await(ProcessHandle.current().pid(), READ, count, pipe);
    }

    /** Waits until a thread of a process is in write(2) on a pipe, which is full. */
    static void awaitWriter(long pid, String pipe) {
        await(pid, WRITE, 1, pipe);
    }

    /** Waits until no thread of a process can run after a {@code SIGSTOP}: on a busy machine that is not at once. */
    static void awaitStopped(long pid) {
        long start = System.nanoTime();
        while (!isStopped(pid)) {
            if (System.nanoTime() - start > LIMIT_NANOS) {
                throw new AssertionError("process " + pid + " has not stopped");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static boolean isStopped(long pid) {
        String[] threads = new File("/proc/" + pid + "/task").list();
        for (String thread : threads == null ? new String[0] : threads) {
            try {
                String stat = Files.readString(Path.of("/proc/" + pid + "/task/" + thread + "/stat"));
                if (stat.charAt(stat.lastIndexOf(')') + 2) != 'T') {
                    return false;
                }
            } catch (IOException ended) {
                continue;
            }
        }
        return true;
    }

    /** {@return how many threads of a process are in read(2) on a pipe at this moment} */
    static int readers(long pid, String pipe) {
        return count(calls(pid), READ, pipe);
    }

    /**
     * How often the one thread of a process that waits in read(2) on a pipe was given a processor: again and again if
     * the wait polls, and else never.
     */
    static long switches(long pid, String pipe) {
        for (Call call : calls(pid)) {
            if (call.isOn(READ, pipe)) {
                return switches(Path.of("/proc/" + pid + "/task/" + call.thread + "/status"));
            }
        }
        throw new AssertionError("process " + pid + " does not wait on " + pipe + "; its threads: " + calls(pid));
    }

    private static long switches(Path status) {
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.contains("voluntary_ctxt_switches"))
                    .mapToLong(line -> Long.parseLong(line.split("\\s+")[1]))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(long pid, String call, int count, String pipe) {
        long start = System.nanoTime();
        List<Call> calls = calls(pid);
        while (count(calls, call, pipe) < count) {
            if (System.nanoTime() - start > LIMIT_NANOS) {
                throw new AssertionError("process " + pid + " does not wait in "
                        + (READ.equals(call) ? "read" : "write") + "(2) on " + pipe + "; its threads: " + calls);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
            calls = calls(pid);
        }
    }

    private static int count(List<Call> calls, String number, String pipe) {
        int count = 0;
        for (Call call : calls) {
            if (call.isOn(number, pipe)) {
                count++;
            }
        }
        return count;
    }

    private static List<Call> calls(long pid) {
        String[] threads = new File("/proc/" + pid + "/task").list();
        List<Call> calls = new ArrayList<>();
        for (String thread : threads == null ? new String[0] : threads) {
            Call call = call(pid, thread);
            if (call != null) {
                calls.add(call);
            }
        }
        return calls;
    }

    /** What a thread waits for; null if it does not read or write, or has ended meanwhile. */
    private static Call call(long pid, String thread) {
        try {
            String[] words = Files.readString(Path.of("/proc/" + pid + "/task/" + thread + "/syscall"))
                    .split("[ \n]", 3);
            if (!words[0].equals(READ) && !words[0].equals(WRITE)) {
                return null;
            }
            Path file = Path.of("/proc/" + pid + "/fd/" + Long.decode(words[1]));
            return new Call(
                    thread, words[0], Files.readSymbolicLink(file).getFileName().toString());
        } catch (IOException ended) {
            return null;
        }
    }

    /** A thread is inside this system call on this file. */
    private record Call(String thread, String number, String file) {
        boolean isOn(String asked, String pipe) {
            return number.equals(asked) && file.endsWith(pipe) && file.startsWith(TIMED) == pipe.startsWith(TIMED);
        }
    }
}
