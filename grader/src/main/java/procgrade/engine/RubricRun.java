package procgrade.engine;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import procgrade.judge.Finding;
import procgrade.judge.Verdict;
import procgrade.rubric.Check;
import procgrade.rubric.Gradings;

/**
 * Runs the checks of a rubric with the JUnit Platform, in a thread of its own that is watched by the calling one. A check
 * that is busy with itself for too long, or that takes its thread down, costs that check only: the others are then run by
 * a further execution.
 */
final class RubricRun {
    /** How long a rubric may compute between two runs, such as the answer it expects. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Somebody has pressed Ctrl-C and waits. */
    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(1);

    private static final String WAY_OUT =
            "not the submission's fault, and it costs no points: tell whoever wrote the rubric";
    private static final long LOOK_MILLIS = 50;

    /** Else the platform writes a stack trace to the terminal for each error that it hands on to {@link #launch}. */
    private static final Logger PLATFORM = Logger.getLogger("org.junit");

    private static final LauncherConfig CONFIG = LauncherConfig.builder()
            .enableTestEngineAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .addTestEngines(new JupiterTestEngine())
            .build();

    private final Class<?> rubric;
    private final SubmissionGrading grading;
    private final Duration patience;

    /**
     * A run.
     *
     * @param rubric the class
     * @param grading is told what becomes of the checks
     * @param patience how long the rubric may be busy with itself
     */
    RubricRun(Class<?> rubric, SubmissionGrading grading, Duration patience) {
        this.rubric = rubric;
        this.grading = grading;
        this.patience = patience;
        PLATFORM.setLevel(Level.OFF);
    }

    /** Loads what a run of a rubric needs of the JUnit Platform, by running something that does nothing. */
    static void rehearse() {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .enableImplicitConfigurationParameters(false)
                .selectors(selectClass(Rehearsal.class))
                .build();
        LauncherFactory.create(CONFIG)
                .execute(LauncherExecutionRequestBuilder.request(request).build());
    }

    /** Checks nothing. */
    static final class Rehearsal {
        @Test
        void does_nothing() {
            // what has to be loaded for it is all that matters
        }
    }

    /** Returns when every check has an outcome, or grading was interrupted. */
    void run() {
        List<String> open = grading.open();
        while (!open.isEmpty() && !grading.isInterrupted()) {
            String fault = execute(open);
            List<String> left = grading.open();
            if (!left.isEmpty() && !grading.isInterrupted()) {
                // the check that was being tried, or, if nothing was, the first: else this would never end
                String guilty = grading.current().isEmpty() ? left.get(0) : grading.current();
                grading.ended(guilty, Finding.of(Verdict.GRADER_ERROR, fault).withHelp(WAY_OUT));
                left = grading.open();
            }
            open = left;
        }
    }

    /** Executes until the end, or until the rubric has to be abandoned; says what went wrong if checks are left. */
    private String execute(List<String> checks) {
        GuardedGrading guarded = new GuardedGrading(grading);
        // else the time of a check that was given up would count against the next one
        grading.idle();
        AtomicReference<String> fault = new AtomicReference<>("the rubric ended before this check was tried");
        Thread thread = new Thread(() -> launch(checks, guarded, fault), "rubric");
        thread.setDaemon(true);
        thread.start();
        while (thread.isAlive()) {
            await(thread);
            if (grading.ownNanos() > patience.toNanos()) {
                guarded.abandon();
                thread.interrupt();
                return "the rubric was busy with itself for more than " + patience.toSeconds() + " s";
            }
            if (grading.isInterrupted() && grading.ownNanos() > PATIENCE_AT_THE_END.toNanos()) {
                guarded.abandon();
                thread.interrupt();
                return "grading was interrupted";
            }
        }
        return fault.get();
    }

    private static void await(Thread thread) {
        try {
            TimeUnit.MILLISECONDS.timedJoin(thread, LOOK_MILLIS);
        } catch (InterruptedException unexpected) {
            // nobody interrupts this thread: an interruption of the grading ends the runs, and so the rubric
            return;
        }
    }

    private void launch(List<String> checks, GuardedGrading guarded, AtomicReference<String> fault) {
        try (Gradings.Registration registration = Gradings.register(guarded)) {
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .enableImplicitConfigurationParameters(false)
                    .configurationParameter(Gradings.PARAMETER, registration.key())
                    .selectors(checks.stream()
                            .map(check -> selectMethod(rubric, method(check)))
                            .toList())
                    .build();
            LauncherFactory.create(CONFIG)
                    .execute(LauncherExecutionRequestBuilder.request(request)
                            .listeners(new FaultListener(fault))
                            .build());
        } catch (Throwable broken) {
            // a rubric may throw anything, such as an OutOfMemoryError that JUnit hands on
            fault.set(String.valueOf(broken));
        }
    }

    private Method method(String check) {
        for (Class<?> type = rubric; type != null; type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.getName().equals(check) && method.isAnnotationPresent(Check.class)) {
                    return method;
                }
            }
        }
        throw new IllegalStateException("the rubric has no check " + check);
    }

    /** Remembers why a class could not be run at all. */
    private record FaultListener(AtomicReference<String> fault) implements TestExecutionListener {
        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            result.getThrowable()
                    .filter(thrown -> test.isContainer())
                    .ifPresent(thrown -> fault.set(String.valueOf(thrown.getMessage())));
        }
    }
}
