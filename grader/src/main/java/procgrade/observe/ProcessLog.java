package procgrade.observe;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What another method than sampling tells of the processes of a run.
 *
 * @param method by which it was recorded
 * @param entries the processes that descend from the program's first one, and that one itself if the method tells of it;
 *     in the order of their births
 * @param complete false if a part of the record is missing or makes no sense
 */
public record ProcessLog(Method method, List<Entry> entries, boolean complete) {
    /** The methods, the most trustworthy first. */
    public enum Method {
        /** The kernel reports each birth and end to strace(1); pids are those that the grader sees. */
        STRACE("strace"),
        /** The processes of procgrade's Java library record it themselves; pids are those that they see. */
        JAVA_TRACE("the event trace of the Java library"),
        /** Code in each Python process records it; pids are those that they see. */
        PYTHON_AGENT("records of the Python processes");

        private final String words;

        Method(String words) {
            this.words = words;
        }

        /** {@return its name for a reader} */
        public String words() {
            return words;
        }
    }

    /**
     * One process.
     *
     * @param pid its pid
     * @param parentPid the pid of the process it was born of, 0 if unknown
     * @param commandLine what it executed last, or its parent had when it was born; empty if unknown
     * @param threads the most threads it is known to have had, at least 1
     * @param started since the start of the program's first process; zero if unknown
     * @param ended since the same moment; empty if it has not, or nobody knows
     * @param end how it ended, if that is known
     */
    public record Entry(
            long pid,
            long parentPid,
            List<String> commandLine,
            int threads,
            Duration started,
            Optional<Duration> ended,
            Optional<ProcessEnd> end) {
        /** Copies the list. */
        public Entry {
            commandLine = List.copyOf(commandLine);
        }
    }

    /** Copies the list. */
    public ProcessLog {
        entries = List.copyOf(entries);
    }
}
