package procgrade.rubric;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;
import procgrade.judge.Finding;
import procgrade.judge.Verdict;
import procgrade.run.RunFault;

/** Turns the methods of a rubric into checks: injects, skips what cannot hold, and tells the grading how it went. */
final class RubricExtension
        implements BeforeAllCallback, ExecutionCondition, ParameterResolver, AfterTestExecutionCallback, TestWatcher {
    private static final Namespace NAMESPACE = Namespace.create(RubricExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        trial(context);
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<String> check = check(context);
        if (check.isEmpty()) {
            return ConditionEvaluationResult.enabled("this is no check");
        }
        Trial trial = trial(context);
        Optional<Finding> obstacle = trial.needs().obstacle(check.get());
        if (obstacle.isPresent()) {
            trial.ended(check.get(), obstacle.get());
            return ConditionEvaluationResult.disabled(obstacle.get().rationale());
        }
        trial.grading().started(check.get());
        return ConditionEvaluationResult.enabled("all that it needs holds");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return check(context).isPresent() && (type == Program.class || type == Inputs.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        CheckSession session = session(context);
        return parameter.getParameter().getType() == Inputs.class ? session.inputs() : new Program(session);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isEmpty() && check(context).isPresent()) {
            session(context).requireThatEachRunWasAsked(context.getRequiredTestClass());
        }
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        ended(context, Finding.PASSED);
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        ended(context, cause instanceof CheckFailure failure ? failure.finding() : fault(context, cause));
    }

    @Override
    public void testAborted(ExtensionContext context, Throwable cause) {
        ended(context, fault(context, cause));
    }

    private static void ended(ExtensionContext context, Finding finding) {
        check(context).ifPresent(check -> trial(context).ended(check, finding));
    }

    private static Finding fault(ExtensionContext context, Throwable cause) {
        if (cause instanceof RunFault machine) {
            return Finding.of(Verdict.GRADER_ERROR, machine.getMessage())
                    .withHelp("not the submission's fault, and it costs no points: grade again when that is put right");
        }
        String where = context.getRequiredTestClass().getName() + "."
                + context.getRequiredTestMethod().getName() + ": ";
        // what went wrong in a static initializer is one level below
        boolean wrapped = cause instanceof ExceptionInInitializerError && cause.getCause() != null;
        Throwable thrown = wrapped ? cause.getCause() : cause;
        String what = cause instanceof RubricFault ? cause.getMessage() : where + thrown;
        String line = what.lines().findFirst().orElse(where) + place(context, thrown);
        return Finding.of(Verdict.GRADER_ERROR, line)
                .withHelp("not the submission's fault, and it costs no points: tell whoever wrote the rubric");
    }

    /** Where in the rubric it happened; empty for what JUnit or this package found out themselves. */
    private static String place(ExtensionContext context, Throwable thrown) {
        String rubric = context.getRequiredTestClass().getName();
        return Arrays.stream(thrown.getStackTrace())
                .filter(frame -> frame.getClassName().equals(rubric))
                .filter(frame -> !(thrown instanceof RubricFault))
                .findFirst()
                .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
                .orElse("");
    }

    private static Optional<String> check(ExtensionContext context) {
        return context.getTestMethod()
                .filter(method -> method.isAnnotationPresent(Check.class))
                .map(Method::getName);
    }

    private static CheckSession session(ExtensionContext context) {
        String check = context.getRequiredTestMethod().getName();
        return context.getStore(NAMESPACE)
                .computeIfAbsent(
                        CheckSession.class,
                        key -> new CheckSession(trial(context).grading(), check),
                        CheckSession.class);
    }

    private static Trial trial(ExtensionContext context) {
        // of the root, so that all checks of the class share it
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(context.getRequiredTestClass(), type -> open(context, type), Trial.class);
    }

    private static Trial open(ExtensionContext context, Class<?> type) {
        Rubric rubric = Rubric.of(type);
        Optional<String> key = context.getConfigurationParameter(Gradings.PARAMETER);
        if (key.isPresent()) {
            Grading grading = Gradings.find(key.get())
                    .orElseThrow(() -> new RubricFault("no grading has the key '" + key.get()
                            + "': register it, and close the registration after the rubric has been run"));
            return new Trial(grading, new Needs(rubric, grading), false);
        }
        Grading grading = ServiceLoader.load(GradingProvider.class)
                .findFirst()
                .orElseThrow(() -> new RubricFault(type.getName()
                        + " is run without a grading: put procgrade's grader and its libraries on the class path"))
                .open(rubric.assignment(), type);
        return new Trial(grading, new Needs(rubric, grading), true);
    }

    /**
     * One execution of a rubric; JUnit closes it at the end of the test run.
     *
     * @param ours whether the grading was opened here
     */
    private record Trial(Grading grading, Needs needs, boolean ours) implements AutoCloseable {
        void ended(String check, Finding finding) {
            grading.ended(check, finding);
        }

        @Override
        public void close() {
            if (ours) {
                grading.close();
            }
        }
    }
}
