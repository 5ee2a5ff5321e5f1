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
        Surroundings surroundings = new Surroundings(
                new PrintWriter(out),
                new PrintWriter(err),
                terminal,
                terminal,
                80,
                environment,
                machine,
                new OutFault());
        ExitCode exitCode = new Application(surroundings).run(arguments);
        return new CommandRun(exitCode, out.toString(), err.toString());
    }
}
