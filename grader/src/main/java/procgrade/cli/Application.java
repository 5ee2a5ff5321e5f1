package procgrade.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import procgrade.assignment.AssignmentFault;
import procgrade.report.Palette;
import procgrade.submission.EnvironmentFault;
import procgrade.submission.SubmissionFault;

/**
 * Turns arguments into a command, and whatever comes of it into text and an exit code.
 *
 * <p>Implements picocli's interfaces itself: the first lambda of a Java virtual machine would cost every start some
 * 20 ms.
 */
final class Application
        implements CommandLine.IExecutionStrategy,
                CommandLine.IParameterExceptionHandler,
                CommandLine.IExecutionExceptionHandler {
    /** What the author of an assignment with mistakes can do. */
    static final String CORRECT_IT = "correct the assignment; docs/writing-a-rubric.md says what belongs to one";

    private static final String TELL_THE_AUTHOR = "a mistake of the assignment, not of the submission: tell its author";

    private final Surroundings surroundings;
    private final ProcgradeCommand root;
    private final CommandLine commandLine;

    Application(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.root = new ProcgradeCommand(surroundings);
        this.commandLine = new CommandLine(root, new Commands())
                .setOut(surroundings.out())
                .setErr(surroundings.err())
                .setExecutionStrategy(this)
                .setParameterExceptionHandler(this)
                .setExecutionExceptionHandler(this);
    }

    ExitCode run(String... arguments) {
        ExitCode code = execute(arguments);
        Optional<UserFault> unwritten = surroundings.outFault().fault();
        if (unwritten.isEmpty()) {
            return code;
        }
        int number = failed(unwritten.get());
        surroundings.err().flush();
        return ExitCode.ofNumber(number);
    }

    private ExitCode execute(String... arguments) {
        try {
            return ExitCode.ofNumber(commandLine.execute(arguments));
        } catch (Error fault) {
            // picocli hands on exceptions only; a missing class or an exhausted stack ends here
            return ExitCode.ofNumber(failed(fault));
        } finally {
            surroundings.out().flush();
            surroundings.err().flush();
        }
    }

    /**
     * Runs a command. The colours of the help texts are known only now that the options have been read.
     *
     * @param result the arguments, understood
     * @return the exit code
     */
    @Override
    public int execute(ParseResult result) {
        Help.Ansi ansi = root.palette() == Palette.COLORED ? Help.Ansi.ON : Help.Ansi.OFF;
        commandLine.setColorScheme(Help.defaultColorScheme(ansi));
        return new CommandLine.RunLast().execute(result);
    }

    /**
     * Explains wrong arguments.
     *
     * @param fault what is wrong with them
     * @param arguments as they were typed
     * @return the exit code
     */
    @Override
    public int handleParseException(ParameterException fault, String[] arguments) {
        boolean ours = fault.getCause() instanceof CommandLine.TypeConversionException;
        String message = ours ? fault.getCause().getMessage() : inOurStyle(fault.getMessage());
        String wayOut = "'" + fault.getCommandLine().getCommandSpec().qualifiedName() + " --help' explains it";
        if (fault instanceof UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().get(0);
            message = unknown(unmatched, first);
            List<String> nearest = unmatched.getSuggestions();
            if (!nearest.isEmpty()) {
                wayOut = "did you mean '" + String.join("' or '", nearest) + "'? " + wayOut;
            }
        }
        printFault(message, wayOut);
        return ExitCode.USAGE.number();
    }

    private static String unknown(UnmatchedArgumentException fault, String argument) {
        if (fault.isUnknownOption()) {
            return "unknown option '" + argument + "'";
        }
        boolean expectsCommand = !fault.getCommandLine().getSubcommands().isEmpty();
        return (expectsCommand ? "unknown command '" : "unexpected argument '") + argument + "'";
    }

    /**
     * Explains why a command has not come to its end.
     *
     * @param fault what it threw
     * @param command the command
     * @param result its arguments
     * @return the exit code
     */
    @Override
    public int handleExecutionException(Exception fault, CommandLine command, ParseResult result) {
        if (fault instanceof AssignmentFault mistakes) {
            mistakes.problems().forEach(problem -> printError(problem));
            // of all commands only this one is for students
            printHelp(command.<Object>getCommand() instanceof CheckCommand ? TELL_THE_AUTHOR : CORRECT_IT);
            return ExitCode.GRADER_FAULT.number();
        }
        return failed(fault);
    }

    private int failed(Throwable fault) {
        if (fault instanceof UserFault known) {
            printFault(known.getMessage(), known.wayOut());
            return known.exitCode().number();
        }
        if (fault instanceof SubmissionFault known) {
            printFault(known.getMessage(), known.wayOut());
            return ExitCode.NOTHING_TO_GRADE.number();
        }
        if (fault instanceof EnvironmentFault known) {
            printFault(known.getMessage(), known.wayOut());
            return ExitCode.ENVIRONMENT_UNFIT.number();
        }
        printFault("internal error: " + oneLine(fault.toString()), "with --debug procgrade prints where it happened");
        if (root.debug()) {
            fault.printStackTrace(surroundings.err());
        }
        return ExitCode.GRADER_FAULT.number();
    }

    private void printFault(String message, String wayOut) {
        printError(oneLine(message));
        printHelp(wayOut);
    }

    private void printError(String message) {
        surroundings.err().println(root.errPalette().bad("error:") + " " + message);
    }

    private void printHelp(String wayOut) {
        surroundings.err().println(root.errPalette().strong("help:") + " " + wayOut);
    }

    /** Messages of picocli begin with a capital letter and some end with a full stop. */
    private static String inOurStyle(String message) {
        String line = oneLine(message);
        String end = line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
        boolean word = end.length() > 1 && Character.isLowerCase(end.charAt(1));
        return word ? end.substring(0, 1).toLowerCase(Locale.ROOT) + end.substring(1) : end;
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", "; ");
    }

    /** Makes the commands, all with the same surroundings. */
    private final class Commands implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            if (type == DoctorCommand.class) {
                return type.cast(new DoctorCommand(root, surroundings));
            }
            if (type == CheckCommand.class) {
                return type.cast(new CheckCommand(root, surroundings));
            }
            if (type == RejudgeCommand.class) {
                return type.cast(new RejudgeCommand(root, surroundings));
            }
            if (type == BatchCommand.class) {
                return type.cast(new BatchCommand(root, surroundings));
            }
            if (type == VerifyCommand.class) {
                return type.cast(new VerifyCommand(root, surroundings));
            }
            if (type == CompletionCommand.class) {
                return type.cast(new CompletionCommand(surroundings));
            }
            if (type == ListCommand.class) {
                return type.cast(new ListCommand(surroundings));
            }
            if (type == WatchCommand.class) {
                return type.cast(new WatchCommand(root, surroundings));
            }
            return CommandLine.defaultFactory().create(type);
        }
    }
}
