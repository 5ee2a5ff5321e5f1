package procgrade.rubric;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import procgrade.assignment.Language;
import procgrade.judge.Evidence;
import procgrade.judge.Finding;
import procgrade.judge.HandMade;
import procgrade.judge.Verdict;
import procgrade.measure.Calibration;
import procgrade.observe.MachineUse;

/** A grading without programs: what a run gives is written down by the test. */
final class ScriptedGrading implements Grading {
    final List<RunRequest> requests = new ArrayList<>();
    final List<String> facts = new ArrayList<>();
    final List<String> started = new ArrayList<>();
    final Map<String, Finding> findings = new LinkedHashMap<>();
    Function<RunRequest, HandMade> program = request -> HandMade.run();
    Language language = Language.JAVA;
    boolean ownPrograms = true;
    int cores = 2;
    int calibrations;
    double capacity = 2;
    Optional<MachineUse> duringCalibration = Optional.empty();
    boolean closed;

    @Override
    public Evidence run(RunRequest request) {
        requests.add(request);
        return program.apply(request).evidence();
    }

    @Override
    public CalibrationRun calibrate(int processes) {
        calibrations++;
        Duration together = Duration.ofNanos(Math.round(1e8 * processes / capacity));
        return new CalibrationRun(new Calibration(processes, Duration.ofMillis(100), together), duringCalibration);
    }

    @Override
    public Language language() {
        return language;
    }

    @Override
    public long seed() {
        return 42;
    }

    @Override
    public boolean hasSequential() {
        return ownPrograms;
    }

    @Override
    public boolean hasReference() {
        return ownPrograms;
    }

    @Override
    public int usableCores() {
        return cores;
    }

    @Override
    public void fact(String line) {
        facts.add(line);
    }

    @Override
    public Optional<Finding> finding(String check) {
        return Optional.ofNullable(findings.get(check));
    }

    @Override
    public void started(String check) {
        started.add(check);
    }

    @Override
    public void ended(String check, Finding finding) {
        findings.put(check, finding);
    }

    @Override
    public void close() {
        closed = true;
    }

    Verdict verdict(String check) {
        return findings.get(check).verdict();
    }

    Program program() {
        return new Program(new CheckSession(this, "a_check"));
    }
}
