package procgrade.engine;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import procgrade.judge.Finding;
import procgrade.judge.Verdict;
import procgrade.rubric.CheckDeclaration;

/**
 * Runs the checks of a rubric: one after the other in their order, or several at the same time, each as soon as those that
 * it needs have ended. A check that is busy with itself for too long, or that takes its thread down, costs that check
 * only.
 */
final class RubricRun {
    /** How long a rubric may compute between two runs, such as the answer it expects. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String WAY_OUT =
            "not the submission's fault, and it costs no points: tell whoever wrote the rubric";
    private static final long LOOK_MILLIS = 50;

    private final Class<?> rubric;
    private final Outcomes outcomes;
    private final Supplier<SubmissionGrading> gradings;
    private final int most;
    private final Duration patience;
    private final Map<String, CheckAttempt> underWay = new LinkedHashMap<>();
    private final Semaphore ends = new Semaphore(0);

    /**
     * A run.
     *
     * @param rubric the class
     * @param outcomes of its checks, of which those that have none are run
     * @param gradings makes what one check is told and may ask for; what becomes of it gets into {@code outcomes}
     * @param most how many checks may go on at the same time, at least 1
     * @param patience how long the rubric may be busy with itself
     */
    RubricRun(Class<?> rubric, Outcomes outcomes, Supplier<SubmissionGrading> gradings, int most, Duration patience) {
        this.rubric = rubric;
        this.outcomes = outcomes;
        this.gradings = gradings;
        this.most = most;
        this.patience = patience;
    }

    /** Returns when every check has an outcome, or grading was interrupted. */
    void run() {
        beginReady();
        while (!underWay.isEmpty()) {
            awaitEnd();
            if (underWay.values().removeIf(this::isOver)) {
                beginReady();
            }
        }
        outcomes.tellRest();
    }

    private void beginReady() {
        List<CheckDeclaration> open = outcomes.open();
        List<String> ids = open.stream().map(CheckDeclaration::id).collect(Collectors.toList());
        for (CheckDeclaration check : open) {
            if (outcomes.isInterrupted() || underWay.size() >= most) {
                return;
            }
            if (!underWay.containsKey(check.id()) && check.needs().stream().noneMatch(ids::contains)) {
                underWay.put(check.id(), CheckAttempt.begin(rubric, check.id(), gradings.get(), ends::release));
            }
        }
    }

    private boolean isOver(CheckAttempt attempt) {
        Optional<String> fault = attempt.over(patience);
        if (fault.isPresent() && outcomes.finding(attempt.check()).isEmpty()) {
            Finding finding = Finding.of(Verdict.GRADER_ERROR, fault.get()).withHelp(WAY_OUT);
            attempt.grading().ended(attempt.check(), finding);
        }
        return fault.isPresent();
    }

    private void awaitEnd() {
        try {
            boolean unused = ends.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException unexpected) {
            // nobody interrupts this thread: an interruption of the grading ends the runs, and so the rubric
            return;
        }
    }
}
