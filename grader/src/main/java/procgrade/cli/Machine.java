package procgrade.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import procgrade.observe.Architecture;
import procgrade.observe.ProcFs;
import procgrade.observe.Strace;

/** The machine as the commands see it; tests use a scripted one. */
interface Machine {
    /** Where to read about processes. */
    ProcFs proc();

    /** The numbering of its system calls. */
    Architecture architecture();

    /** The version of this Java virtual machine. */
    Runtime.Version javaVersion();

    /** The folder that this Java virtual machine was started from. */
    Path javaHome();

    /** Whether a file is there and may be executed. */
    boolean isExecutable(Path file);

    /** The first executable file of that name on the PATH. */
    Optional<Path> find(String program);

    /** Runs a tool to its end, at most some seconds, with its output caught. */
    ToolRun run(String... command);

    /** Tries out strace in front of another program, to whose command line a command can be appended; possibly empty. */
    Strace strace(List<String> others);

    /** Makes a named pipe with the tool {@code mkfifo}, and removes it. */
    ToolRun makeNamedPipe();

    /** Bytes that can still be written below a folder; empty if it is not there or not writable. */
    OptionalLong freeBytes(Path folder);

    /**
     * Starts a process that reads from an empty pipe.
     *
     * @throws IOException if it cannot be started
     */
    BlockedChild startBlockedChild() throws IOException;

    /** Lets some milliseconds pass. */
    void pause();

    /** A process that waits until it is closed. */
    interface BlockedChild extends AutoCloseable {
        /** Its process id. */
        long pid();

        /** Ends the process. */
        @Override
        void close();
    }
}
