package procgrade.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the machine did since this object was made, for this program and for others ({@code proc(5)}).
 *
 * <p>The figures count in hundredths of a second. Processes of this program count when they have ended.
 */
final class Machine {
    private static final int IDLE = 3;
    private static final int IOWAIT = 4;
    private static final int STEAL = 7;
    private static final double TICKS_PER_SECOND = 100;

    private final long begun = System.nanoTime();
    private final long[] before = ticks();

    /** {@return lines on the processor, the system, Java and Python} */
    static List<String> description() {
        return List.of(
                ZonedDateTime.now(ZoneId.systemDefault())
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString(),
                Runtime.getRuntime().availableProcessors() + " x " + processor(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                "Java " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")",
                python());
    }

    private static String processor() {
        return lines("/proc/cpuinfo").stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }

    private static String python() {
        var program = new Program("python", List.of("python3", "--version"), Map.of());
        Process process = program.start();
        try (BufferedReader out = Program.outputOf(process)) {
            String version = out.readLine();
            program.awaitSuccess(process);
            return version;
        } catch (IOException e) {
            throw new BenchmarkException("cannot read the version of python3: " + e.getMessage(), e);
        }
    }

    /** {@return how busy others kept the machine since this object was made, as a sentence} */
    String disturbance() {
        long[] now = ticks();
        double seconds = (System.nanoTime() - begun) / 1e9;
        return String.format(
                Locale.ROOT,
                "Meanwhile other programs used %.0f %% of one core, and other virtual machines took %.0f %%.",
                Math.max(0, now[0] - before[0]) / TICKS_PER_SECOND / seconds * 100,
                Math.max(0, now[1] - before[1]) / TICKS_PER_SECOND / seconds * 100);
    }

    /** CPU time of all other processes, and what the hypervisor took. */
    private static long[] ticks() {
        String[] all =
                lines("/proc/stat").get(0).substring("cpu".length()).strip().split(" ");
        long busy = 0;
        for (int i = 0; i < STEAL; i++) {
            if (i != IDLE && i != IOWAIT) {
                busy += Long.parseLong(all[i]);
            }
        }
        return new long[] {busy - ownTicks(), Long.parseLong(all[STEAL])};
    }

    /** utime, stime, cutime and cstime are the fields 14 to 17; a name in field 2 may hold spaces. */
    private static long ownTicks() {
        String stat = lines("/proc/self/stat").get(0);
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long own = 0;
        for (int field = 14; field <= 17; field++) {
            own += Long.parseLong(fields[field - 3]);
        }
        return own;
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file));
        } catch (IOException e) {
            throw new BenchmarkException("cannot read " + file + ": " + e.getMessage() + "; this needs Linux", e);
        }
    }
}
