package procgrade.rubric;

import java.util.List;
import procgrade.judge.Endings;
import procgrade.judge.Evidence;
import procgrade.judge.Finding;
import procgrade.judge.Verdict;

/** Runs the pairs that a {@link Speedup} asks for. */
final class SpeedupMeasurement {
    private final CheckSession session;
    private final Speedup wanted;

    SpeedupMeasurement(CheckSession session, Speedup wanted) {
        this.session = session;
        this.wanted = wanted;
    }

    void require(double factor) {
        int cores = session.grading().usableCores();
        if (cores < wanted.workers()) {
            throw new CheckFailure(Finding.of(
                    Verdict.NOT_MEASURABLE,
                    "a speedup of " + factor + " with " + wanted.workers() + " workers needs as many cores, but "
                            + cores + " can be used here"));
        }
        long size = wanted.draw(session.inputs());
        timed(wanted.arguments(size, 1), size);
        timed(wanted.arguments(size, wanted.workers()), size);
        throw new CheckFailure(Finding.of(Verdict.NOT_MEASURABLE, "one pair of runs is too few to tell"));
    }

    private void timed(List<String> arguments, long size) {
        Evidence evidence = session.run(RunRequest.timed(arguments, RunRequest.Target.SUBMISSION))
                .evidence();
        Finding finding = Endings.judge(evidence, 0, wanted.answer(size));
        if (!finding.passed()) {
            throw new CheckFailure(finding.about(evidence.command()));
        }
    }
}
