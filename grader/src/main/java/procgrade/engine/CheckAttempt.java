package procgrade.engine;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import procgrade.rubric.Check;
import procgrade.rubric.Gradings;

/**
 * One check of a rubric, run by the JUnit Platform in a thread of its own. The thread that has begun it looks after it:
 * one that is busy with itself for too long is given up.
 */
final class CheckAttempt {
    /** Somebody has pressed Ctrl-C and waits. */
    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(1);

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

    private final String check;
    private final SubmissionGrading grading;
    private final GuardedGrading guarded;
    private final Thread thread;
    private volatile String fault = "the rubric ended before this check was tried";
    private volatile boolean ended;

    private CheckAttempt(Class<?> rubric, String check, SubmissionGrading grading, Runnable end) {
        this.check = check;
        this.grading = grading;
        this.guarded = new GuardedGrading(grading);
        this.thread = new Thread(
                () -> {
                    launch(rubric);
                    ended = true;
                    end.run();
                },
                "check " + check);
        thread.setDaemon(true);
    }

    /**
     * Begins one.
     *
     * @param rubric the class
     * @param check its id
     * @param grading is told what becomes of it, and used for no other check meanwhile
     * @param end is called at its end, by its thread
     */
    static CheckAttempt begin(Class<?> rubric, String check, SubmissionGrading grading, Runnable end) {
        PLATFORM.setLevel(Level.OFF);
        CheckAttempt attempt = new CheckAttempt(rubric, check, grading, end);
        attempt.thread.start();
        return attempt;
    }

    /** Loads what a check needs of the JUnit Platform, by running something that does nothing. */
    static void rehearse() {
        execute(selectClass(Rehearsal.class), "", new TestExecutionListener() {});
    }

    /** Checks nothing. */
    static final class Rehearsal {
        @Test
        void does_nothing() {
            // what has to be loaded for it is all that matters
        }
    }

    String check() {
        return check;
    }

    SubmissionGrading grading() {
        return grading;
    }

    /**
     * Whether it is over, or is given up now.
     *
     * @param patience how long the rubric may be busy with itself
     * @return what went wrong if it has no outcome by itself; empty if it goes on
     */
    Optional<String> over(Duration patience) {
        if (ended) {
            return Optional.of(fault);
        }
        long own = grading.ownNanos();
        if (own > patience.toNanos()) {
            giveUp();
            return Optional.of("the rubric was busy with itself for more than " + patience.toSeconds() + " s");
        }
        if (grading.isInterrupted() && own > PATIENCE_AT_THE_END.toNanos()) {
            giveUp();
            return Optional.of("grading was interrupted");
        }
        return Optional.empty();
    }

    private void giveUp() {
        guarded.abandon();
        thread.interrupt();
    }

    private void launch(Class<?> rubric) {
        try (Gradings.Registration registration = Gradings.register(guarded)) {
            execute(selectMethod(rubric, method(rubric)), registration.key(), new FaultListener());
        } catch (Throwable broken) {
            // a rubric may throw anything, such as an OutOfMemoryError that JUnit hands on
            fault = String.valueOf(broken);
        }
    }

    private static void execute(DiscoverySelector what, String key, TestExecutionListener listener) {
        LauncherFactory.create(CONFIG)
                .execute(LauncherExecutionRequestBuilder.request(LauncherDiscoveryRequestBuilder.request()
                                .enableImplicitConfigurationParameters(false)
                                .configurationParameter(Gradings.PARAMETER, key)
                                .selectors(what)
                                .build())
                        .listeners(listener)
                        .build());
    }

    private Method method(Class<?> rubric) {
        return Stream.of(rubric.getDeclaredMethods())
                .filter(method -> method.getName().equals(check) && method.isAnnotationPresent(Check.class))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the rubric has no check " + check));
    }

    /** Remembers why a class could not be run at all. */
    private final class FaultListener implements TestExecutionListener {
        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            result.getThrowable()
                    .filter(thrown -> test.isContainer())
                    .ifPresent(thrown -> fault = String.valueOf(thrown.getMessage()));
        }
    }
}
