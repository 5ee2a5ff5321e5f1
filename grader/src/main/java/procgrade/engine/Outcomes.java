package procgrade.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import procgrade.judge.Finding;
import procgrade.rubric.CheckDeclaration;

/**
 * What has become of the checks of one grading so far. They may go on at the same time; outcomes are told in the order of
 * the rubric whichever check ends first. Safe for use by several threads.
 */
final class Outcomes {
    private final List<CheckDeclaration> checks;
    private final GradeListener listener;
    private final Map<String, CheckOutcome> byCheck = new HashMap<>();
    private int told;

    /** Read without the monitor, which a thread has that waits for somebody to read what it prints. */
    private volatile boolean interrupted;

    /**
     * None yet.
     *
     * @param checks those that will be tried, in their order
     * @param listener is told how it goes
     */
    Outcomes(List<CheckDeclaration> checks, GradeListener listener) {
        this.checks = List.copyOf(checks);
        this.listener = listener;
    }

    synchronized void checking(String check) {
        CheckDeclaration declaration = declaration(check);
        if (!interrupted) {
            listener.checking(check, declaration.sentence(), checks.indexOf(declaration) + 1, checks.size());
        }
    }

    /** Of a hidden check nobody is told what it runs: the arguments are its input. */
    synchronized void running(String check, String command) {
        if (!declaration(check).hidden()) {
            listener.running(check, command);
        }
    }

    synchronized void measuring(String check) {
        listener.measuring(check);
    }

    /** Keeps the first outcome of a check. One that was interrupted has none: nobody knows what would have become of it. */
    synchronized void add(CheckOutcome outcome) {
        if (interrupted || byCheck.putIfAbsent(outcome.id(), outcome) != null) {
            return;
        }
        listener.ended(outcome.id());
        while (told < checks.size() && byCheck.containsKey(checks.get(told).id())) {
            listener.checked(byCheck.get(checks.get(told).id()));
            told++;
        }
    }

    /** After an interruption: tells what ended before a check that has no outcome. */
    synchronized void tellRest() {
        for (; told < checks.size(); told++) {
            Optional.ofNullable(byCheck.get(checks.get(told).id())).ifPresent(listener::checked);
        }
    }

    CheckDeclaration declaration(String check) {
        return checks.stream()
                .filter(declared -> declared.id().equals(check))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the rubric has no check " + check));
    }

    /** What came of a check; empty if it has not ended, or is not tried. */
    synchronized Optional<Finding> finding(String check) {
        return Optional.ofNullable(byCheck.get(check)).map(CheckOutcome::finding);
    }

    /** Lets no further run begin; those under way have to be ended by somebody else. */
    void interrupt() {
        interrupted = true;
    }

    boolean isInterrupted() {
        return interrupted;
    }

    /** The checks that have no outcome yet, in their order. */
    synchronized List<CheckDeclaration> open() {
        return checks.stream().filter(check -> !byCheck.containsKey(check.id())).toList();
    }

    /** Those so far, in the order of the rubric. */
    synchronized List<CheckOutcome> inOrder() {
        return checks.stream()
                .map(check -> Optional.ofNullable(byCheck.get(check.id())))
                .flatMap(Optional::stream)
                .toList();
    }
}
