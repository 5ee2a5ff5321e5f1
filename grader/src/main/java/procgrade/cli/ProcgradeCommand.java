package procgrade.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import procgrade.report.Palette;
import procgrade.report.TerminalReport;

/** What stands before the name of a command: the options that all commands have. */
@Command(
        name = "procgrade",
        subcommands = {
            CheckCommand.class,
            BatchCommand.class,
            RejudgeCommand.class,
            ListCommand.class,
            DoctorCommand.class,
            WatchCommand.class,
            VerifyCommand.class,
            CompletionCommand.class
        },
        versionProvider = Version.class,
        synopsisHeading = "%nUsage: ",
        synopsisSubcommandLabel = "COMMAND",
        header = {
            "  @|bold procgrade check|@         grade the program in this folder",
            "  @|bold procgrade doctor|@        check whether this machine is fit for grading"
        },
        optionListHeading = "%n",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Exit codes: 0 passed; 1 something failed; 2 wrong usage; 3 fault of procgrade;",
            "4 machine unfit; 5 nothing to grade; 130 interrupted."
        },
        sortOptions = false,
        usageHelpAutoWidth = false)
final class ProcgradeCommand implements Callable<Integer> {
    @Option(
            names = "--color",
            paramLabel = "WHEN",
            converter = ColorMode.Converter.class,
            description = "auto (terminals, unless NO_COLOR), always, never.",
            scope = ScopeType.INHERIT)
    private ColorMode color = ColorMode.AUTO;

    @Option(
            names = "--debug",
            description = "After a fault of procgrade, print where it happened.",
            scope = ScopeType.INHERIT)
    private boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help.",
            scope = ScopeType.INHERIT)
    @SuppressWarnings("UnusedVariable") // picocli prints the help itself
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Print the version.")
    @SuppressWarnings("UnusedVariable") // picocli prints the version itself
    private boolean version;

    private final Surroundings surroundings;

    ProcgradeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** {@inheritDoc} */
    @Override
    public Integer call() {
        throw new UserFault(ExitCode.USAGE, "no command given", "'procgrade --help' lists the commands");
    }

    boolean debug() {
        return debug;
    }

    /** Of what goes to standard output. */
    Palette palette() {
        return palette(surroundings.outIsTerminal());
    }

    /** Of what goes to standard error. */
    Palette errPalette() {
        return palette(surroundings.errIsTerminal());
    }

    private Palette palette(boolean terminal) {
        return color.colors(surroundings.environment(), terminal) ? Palette.COLORED : Palette.PLAIN;
    }

    TerminalReport report() {
        TerminalReport report = new TerminalReport(palette(), surroundings.columns());
        return surroundings.outIsTerminal() ? report : report.withWholeFailures();
    }
}
