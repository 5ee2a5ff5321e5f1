package procgrade.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Map;
import procgrade.observe.Link;
import procgrade.observe.Observed;
import procgrade.observe.ProcFs;
import procgrade.report.TerminalReport;

/**
 * All that a command sees of the world.
 *
 * @param out where results go
 * @param err where errors and hints go
 * @param outIsTerminal whether somebody looks at {@code out} directly
 * @param errIsTerminal whether somebody looks at {@code err} directly
 * @param columns how wide the terminal is, or a report should be where there is none
 * @param environment the environment variables
 * @param machine the machine it runs on
 * @param outFault remembers what went wrong when {@code out} was written
 */
record Surroundings(
        PrintWriter out,
        PrintWriter err,
        boolean outIsTerminal,
        boolean errIsTerminal,
        int columns,
        Map<String, String> environment,
        Machine machine,
        OutFault outFault) {

    private static final int NARROWEST = 40;
    private static final int WIDEST = 120;

    static Surroundings ofThisProcess() {
        ProcFs proc = ProcFs.ofThisMachine();
        OutFault fault = new OutFault();
        // System.out would swallow what goes wrong
        OutputStream out = fault.watch(new FileOutputStream(FileDescriptor.out));
        return new Surroundings(
                writer(out),
                writer(System.err),
                isTerminal(proc, "1"),
                isTerminal(proc, "2"),
                columns(System.getProperty("procgrade.columns", "")),
                System.getenv(),
                new ThisMachine(proc),
                fault);
    }

    /** In the encoding of the locale; since Java 18 the default would be UTF-8 wherever the text goes. */
    private static PrintWriter writer(OutputStream stream) {
        String encoding = System.getProperty("native.encoding", "UTF-8");
        Charset charset = Charset.isSupported(encoding) ? Charset.forName(encoding) : Charset.defaultCharset();
        return new PrintWriter(new OutputStreamWriter(stream, charset), true);
    }

    /** As the launcher found it. Neither a sliver nor lines that nobody can follow with their eyes. */
    static int columns(String found) {
        if (!found.matches("[1-9][0-9]{0,4}")) {
            return TerminalReport.USUAL_WIDTH;
        }
        return Math.max(NARROWEST, Math.min(Integer.parseInt(found), WIDEST));
    }

    /** Whether a line can be written over; a dumb terminal would show the control characters. */
    boolean canErase() {
        return errIsTerminal && ColorMode.canControl(environment);
    }

    /** Not {@code System.console()}: whether that is null depends on standard input and on the JDK's version. */
    static boolean isTerminal(ProcFs proc, String descriptor) {
        Observed<Link> output = proc.link("self/fd/" + descriptor);
        String target = output.isKnown() ? output.value().target() : "";
        return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
    }
}
