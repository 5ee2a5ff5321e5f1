package procgrade.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;
import procgrade.observe.EnvironmentMark;
import procgrade.observe.ProcessTree;
import procgrade.observe.ScanLimits;
import procgrade.observe.TreeScan;

/** {@code procgrade watch}: what the processes of a running program are doing at this moment. */
@Command(
        name = "watch",
        header = "Show what the processes of a running program wait for.",
        synopsisHeading = "%n  procgrade watch 4711                   process 4711 and its children%n"
                + "  procgrade watch $(pgrep -f PiMw -o)    the oldest process of a running PiMw%n%nUsage: ",
        abbreviateSynopsis = true,
        description = {
            "",
            "Prints the program's processes as a tree, and what each of their threads is doing, once and without"
                    + " stopping them. Names of queues and locks come from procgrade's Java library.",
            ""
        },
        sortOptions = false)
final class WatchCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "PID",
            converter = Pid.class,
            description = "Process id of the program's first process.")
    private long pid;

    @Option(
            names = "--mark",
            paramLabel = "NAME=VALUE",
            converter = Mark.class,
            description = "Also orphans with this variable in their environment.")
    private EnvironmentMark mark;

    private final ProcgradeCommand root;
    private final Surroundings surroundings;

    WatchCommand(ProcgradeCommand root, Surroundings surroundings) {
        this.root = root;
        this.surroundings = surroundings;
    }

    /** {@inheritDoc} */
    @Override
    public Integer call() {
        Machine machine = surroundings.machine();
        TreeScan scan = new TreeScan(machine.proc(), machine.architecture(), ScanLimits.DEFAULT);
        ProcessTree tree = mark == null ? scan.scan(pid) : scan.scan(pid, mark);
        if (tree.processes().isEmpty()) {
            throw new UserFault(
                    ExitCode.USAGE,
                    "there is no process " + pid,
                    "'ps -e' or 'pgrep -f NAME' shows the ids of processes");
        }
        new TreeText(tree, machine.proc(), root.palette()).lines().forEach(surroundings.out()::println);
        return ExitCode.PASSED.number();
    }

    /** Reads a process id. */
    static final class Pid implements ITypeConverter<Long> {
        /** {@inheritDoc} */
        @Override
        public Long convert(String text) {
            if (!text.matches("[1-9][0-9]{0,9}")) {
                throw new TypeConversionException("'" + text + "' is not a process id: expected a positive number");
            }
            return Long.valueOf(text);
        }
    }

    /** Reads an environment variable with its value. */
    static final class Mark implements ITypeConverter<EnvironmentMark> {
        /** {@inheritDoc} */
        @Override
        public EnvironmentMark convert(String text) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw new TypeConversionException("'" + text + "' does not have the form NAME=VALUE");
            }
            return new EnvironmentMark(text.substring(0, equals), text.substring(equals + 1));
        }
    }
}
