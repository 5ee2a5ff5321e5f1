package procgrade.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import procgrade.measure.Calibration;
import procgrade.run.RunFault;

/**
 * Measures what the cores of this machine give, by running the same program once and several times at the same time. One
 * measurement serves for a minute: a machine that others use changes.
 */
final class Calibrator {
    private static final Duration FRESH = Duration.ofSeconds(60);
    private static final long LIMIT_SECONDS = 60;

    private final List<String> command;
    private final Map<Integer, Calibration> results = new HashMap<>();
    private final Map<Integer, Long> times = new HashMap<>();

    /**
     * A calibrator.
     *
     * @param javaHome of the virtual machine that runs the program
     */
    Calibrator(Path javaHome) {
        this(CalibrationKernel.command(javaHome));
    }

    Calibrator(List<String> command) {
        this.command = command;
    }

    /**
     * Measures, or remembers.
     *
     * @param processes at the same time, at least 2
     * @return the times
     */
    Calibration calibrate(int processes) {
        long now = System.nanoTime();
        Long before = times.get(processes);
        if (before == null || now - before > FRESH.toNanos()) {
            results.put(processes, new Calibration(processes, time(1), time(processes)));
            times.put(processes, System.nanoTime());
        }
        return results.get(processes);
    }

    private Duration time(int copies) {
        List<Process> started = new ArrayList<>();
        long begin = System.nanoTime();
        try {
            for (int i = 0; i < copies; i++) {
                started.add(new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start());
            }
            for (Process process : started) {
                if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                    throw new RunFault("the program that measures this machine failed: " + command.get(0), null);
                }
            }
            return Duration.ofNanos(System.nanoTime() - begin);
        } catch (IOException cause) {
            throw new RunFault("the program that measures this machine could not be started: " + cause, cause);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new RunFault("interrupted while this machine was measured", stop);
        } finally {
            started.forEach(Process::destroyForcibly);
        }
    }
}
