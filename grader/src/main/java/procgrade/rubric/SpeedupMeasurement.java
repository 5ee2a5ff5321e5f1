package procgrade.rubric;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import procgrade.judge.Endings;
import procgrade.judge.Evidence;
import procgrade.judge.Finding;
import procgrade.judge.OtherPrograms;
import procgrade.judge.SpeedupJudge;
import procgrade.measure.Disturbance;
import procgrade.measure.Round;
import procgrade.measure.SpeedupResult;
import procgrade.measure.SpeedupTest;
import procgrade.observe.MachineUse;

/**
 * Runs the rounds that a {@link Speedup} asks for. Every second round goes backwards (ABBA), so that a machine that
 * becomes slower or faster meanwhile favours nobody.
 */
final class SpeedupMeasurement {
    /**
     * Of a program's own run with one worker that took so many times as long as the sequential program, no more is
     * made: it cannot be the faster baseline, or hardly. The sequential program is never left out, because a student can
     * make his own baseline slow, but not ours.
     */
    private static final double SLOWER = 1.1;

    private final CheckSession session;
    private final Speedup wanted;
    private final List<Round> rounds = new ArrayList<>();
    private boolean ownBaselineCounts = true;
    private Evidence one;
    private Evidence several;

    SpeedupMeasurement(CheckSession session, Speedup wanted) {
        this.session = session;
        this.wanted = wanted;
    }

    void require(double factor) {
        SpeedupJudge judge = new SpeedupJudge(factor, wanted.workers());
        require(judge.judgeCores(session.grading().usableCores()));
        // files are read from the disk, and the machine wakes up; this one does not count
        several = timed(wanted.draw(session.inputs()), wanted.workers());
        SpeedupTest test = new SpeedupTest(factor);
        SpeedupResult result;
        do {
            rounds.add(measure(rounds.size() % 2 == 1));
            result = test.judge(rounds);
        } while (result.conclusion() == SpeedupResult.Conclusion.MORE_ROUNDS);
        Finding finding = judge.judge(result, rounds, one, several);
        if (result.speedup().isPresent()) {
            session.grading().fact(judge.speedup(result));
        }
        require(finding.passed() ? finding : finding.about(several.command()));
    }

    private Round measure(boolean backwards) {
        // drawn in any case: the sizes of a seed are the same on a busy machine
        long size = wanted.draw(session.inputs());
        CalibrationRun calibration = session.grading().calibrate(wanted.workers());
        Disturbance before = OtherPrograms.disturbance(calibration.machine(), wanted.workers());
        if (before.isTooMuch()) {
            return Round.withoutRuns(calibration.calibration(), before);
        }
        Optional<Evidence> own = Optional.empty();
        Optional<Evidence> sequential = Optional.empty();
        // one loop for both directions, so that no step is forgotten in one of them
        for (int step = 0; step < 3; step++) {
            switch (backwards ? 2 - step : step) {
                case 0 -> own = ownBaselineCounts ? Optional.of(timed(size, 1)) : Optional.empty();
                case 1 -> sequential = sequential(size);
                default -> several = timed(size, wanted.workers());
            }
        }
        one = own.orElse(one);
        Round round = new Round(
                own.map(SpeedupMeasurement::wall),
                sequential.map(SpeedupMeasurement::wall),
                Optional.of(wall(several)),
                several.machine().map(MachineUse::program),
                calibration.calibration(),
                worst(before, Stream.of(own, sequential, Optional.of(several))));
        if (own.isPresent() && sequential.isPresent() && !round.isDisturbed()) {
            ownBaselineCounts =
                    wall(own.get()).toNanos() < SLOWER * wall(sequential.get()).toNanos();
        }
        return round;
    }

    private Disturbance worst(Disturbance before, Stream<Optional<Evidence>> runs) {
        // besides the workers the master wants to run now and then
        int processes = wanted.workers() + 1;
        return Stream.concat(
                        Stream.of(before),
                        runs.flatMap(Optional::stream).map(run -> OtherPrograms.disturbance(run.machine(), processes)))
                .max(Comparator.comparingDouble(Disturbance::share))
                .orElseThrow();
    }

    private Evidence timed(long size, int workers) {
        RunRequest request = RunRequest.timed(wanted.arguments(size, workers), RunRequest.Target.SUBMISSION);
        Evidence evidence = session.grading().run(request);
        Finding finding = Endings.judge(evidence, 0, wanted.answer(size));
        require(finding.passed() ? finding : finding.about(evidence.command()));
        return evidence;
    }

    private Optional<Evidence> sequential(long size) {
        return session.grading().hasSequential()
                ? wanted.sequentialArguments(size)
                        .map(arguments -> session.runOurs(RunRequest.timed(arguments, RunRequest.Target.SEQUENTIAL)))
                : Optional.empty();
    }

    private static Duration wall(Evidence evidence) {
        return evidence.outcome().wall();
    }

    private static void require(Finding finding) {
        if (!finding.passed()) {
            throw new CheckFailure(finding);
        }
    }
}
