package procgrade.engine;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import procgrade.assignment.Assignment;

/** A rubric that is being compiled and loaded by another thread, while the submission is compiled. */
final class RubricLoading {
    private final FutureTask<RubricClass> task;

    private RubricLoading(FutureTask<RubricClass> task) {
        this.task = task;
    }

    static RubricLoading start(Assignment assignment, Optional<Path> cache, Workspace workspace) {
        FutureTask<RubricClass> task = new FutureTask<>(() -> {
            Path classes = new RubricCompiler(cache).compile(assignment.rubricSources(), workspace.folder("rubric"));
            RubricClass rubric = RubricClass.load(assignment, classes);
            // there is time for it while the compiler works, and none when it has ended
            CheckAttempt.rehearse();
            return rubric;
        });
        Thread thread = new Thread(task, "rubric loading");
        thread.setDaemon(true);
        thread.start();
        return new RubricLoading(task);
    }

    /** Waits for the rubric; throws what kept it from being loaded. */
    RubricClass result() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException("the rubric could not be loaded: " + failed.getCause(), failed.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
