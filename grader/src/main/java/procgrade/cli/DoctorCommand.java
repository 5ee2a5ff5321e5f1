package procgrade.cli;

import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import procgrade.cli.CheckResult.Level;

/** {@code procgrade doctor}: whether this machine is fit for grading. */
@Command(
        name = "doctor",
        header = "Check whether this machine is fit for grading.",
        synopsisHeading = "%n  procgrade doctor                          show it%n"
                + "  procgrade doctor && procgrade check .     grade only where that works%n%nUsage: ",
        abbreviateSynopsis = true,
        description = {
            "",
            "Prints a line for each thing that grading needs, and what to do where something is missing."
                    + " CAUTION: grading works, with less certainty. FAIL: it does not work; exit code 4.",
            ""
        },
        sortOptions = false)
final class DoctorCommand implements Callable<Integer> {
    private static final int NAME_WIDTH = 16;

    private final ProcgradeCommand root;
    private final Surroundings surroundings;

    DoctorCommand(ProcgradeCommand root, Surroundings surroundings) {
        this.root = root;
        this.surroundings = surroundings;
    }

    private static List<Function<Machine, CheckResult>> checks() {
        return List.of(
                JavaChecks::version,
                JavaChecks::compiler,
                CpuChecks::cores,
                CpuChecks::quota,
                ProcCheck::blockedChildIsSeen,
                ToolChecks::namedPipes,
                ToolChecks::sharedMemory,
                ToolChecks::user,
                ToolChecks::sandbox,
                ToolChecks::strace,
                ToolChecks::python,
                ToolChecks::perl,
                ToolChecks::chromium);
    }

    /** {@inheritDoc} */
    @Override
    public Integer call() {
        PrintWriter out = surroundings.out();
        Map<Level, Integer> counts = new EnumMap<>(Level.class);
        for (Function<Machine, CheckResult> check : checks()) {
            CheckResult result = check.apply(surroundings.machine());
            print(result, out);
            counts.merge(result.level(), 1, Integer::sum);
        }
        boolean fit = !counts.containsKey(Level.FAIL);
        out.println();
        out.println(summary(fit, counts.getOrDefault(Level.CAUTION, 0)));
        return (fit ? ExitCode.PASSED : ExitCode.ENVIRONMENT_UNFIT).number();
    }

    private void print(CheckResult result, PrintWriter out) {
        String dots = ".".repeat(Math.max(3, NAME_WIDTH - result.name().length()));
        String word = String.format("%-7s", result.level());
        out.println(result.name() + " " + root.palette().faint(dots) + " " + painted(result.level(), word) + "  "
                + result.detail());
        if (!result.remedy().isEmpty()) {
            out.println(" ".repeat(NAME_WIDTH + 2) + root.palette().strong("help:") + "    " + result.remedy());
        }
    }

    private String painted(Level level, String word) {
        return switch (level) {
            case PASS -> root.palette().good(word);
            case CAUTION -> root.palette().doubtful(word);
            case FAIL -> root.palette().bad(word);
        };
    }

    private static String summary(boolean fit, int cautions) {
        if (!fit) {
            return "this machine is not fit for grading";
        }
        return "this machine is fit for grading"
                + switch (cautions) {
                    case 0 -> "";
                    case 1 -> ", with one reservation";
                    default -> ", with " + cautions + " reservations";
                };
    }
}
