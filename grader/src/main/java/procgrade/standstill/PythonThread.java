package procgrade.standstill;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A thread of a Python process, as the process itself describes it.
 *
 * @param nativeId its id in the kernel as its process sees it, 0 if unknown
 * @param name chosen by the program or by a library
 * @param frames those that run the program's own code, the innermost first
 * @param calls what it has called of Python's library; the last one says most
 * @param wants id of the semaphore it waits for, empty if none
 * @param room how full the pipe is that it writes to: {@code 62445 of 65536 bytes}; empty if it does not write
 */
record PythonThread(long nativeId, String name, List<Frame> frames, List<Call> calls, String wants, String room) {
    /**
     * A place in the program.
     *
     * @param line its number
     * @param file path of the file
     * @param function the function
     * @param text the line itself; only of the innermost frame
     */
    record Frame(int line, String file, String function, String text) {
        String place() {
            return file.substring(file.lastIndexOf('/') + 1) + ":" + line;
        }
    }

    /**
     * A call of Python's library.
     *
     * @param action what it does, a word of docs/python-agent.md
     * @param kind of the object it is about, such as {@code queue}
     * @param id of the object
     * @param inner {@code lock} if it waits for the object's own lock
     * @param detail how full the object is: {@code 2 of 3}; empty if unknown
     */
    record Call(String action, String kind, String id, String inner, String detail) {}

    PythonThread {
        frames = List.copyOf(frames);
        calls = List.copyOf(calls);
    }

    /** {@return the call that says most, empty if it has called nothing that is known} */
    Optional<Call> call() {
        return calls.isEmpty() ? Optional.empty() : Optional.of(calls.get(calls.size() - 1));
    }

    boolean isIn(String action) {
        return calls.stream().anyMatch(call -> call.action().equals(action));
    }

    /** {@return the line of the program's text it is at, without its blanks; possibly empty} */
    String text() {
        return frames.isEmpty() ? "" : frames.get(0).text();
    }

    String place() {
        return frames.isEmpty() ? "" : frames.get(0).place();
    }

    /** Collects the lines about one thread. */
    static final class Draft {
        private final long nativeId;
        private final String name;
        private final List<Frame> frames = new ArrayList<>();
        private final List<Call> calls = new ArrayList<>();
        private String wants = "";
        private String room = "";

        Draft(long nativeId, String name) {
            this.nativeId = nativeId;
            this.name = name;
        }

        void add(Frame frame) {
            frames.add(frame);
        }

        void call(Call call) {
            calls.add(call);
        }

        void wants(String id) {
            wants = id;
        }

        void room(String words) {
            room = words;
        }

        PythonThread thread() {
            return new PythonThread(nativeId, name, frames, calls, wants, room);
        }
    }
}
