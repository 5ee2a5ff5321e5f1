package procgrade.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/** What came of one command line that was run in process. */
record CommandRun(ExitCode exitCode, String out, String err) {

    static CommandRun of(Machine machine, String... arguments) {
        return of(machine, false, Map.of(), arguments);
    }

    static CommandRun onTerminal(Machine machine, Map<String, String> environment, String... arguments) {
        return of(machine, true, environment, arguments);
    }

    private static CommandRun of(
            Machine machine, boolean terminal, Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        ExitCode exitCode = new Application(surroundings(machine, terminal, environment, out, err)).run(arguments);
        return new CommandRun(exitCode, out.toString(), err.toString());
    }

    /** Where standard output and error are kept, and both are a terminal of 80 columns or neither is. */
    static Surroundings surroundings(
            Machine machine, boolean terminal, Map<String, String> environment, StringWriter out, StringWriter err) {
        return new Surroundings(
                new PrintWriter(out),
                new PrintWriter(err),
                terminal,
                terminal,
                80,
                environment,
                machine,
                new OutFault());
    }
}
