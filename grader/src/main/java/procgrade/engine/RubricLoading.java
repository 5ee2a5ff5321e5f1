package procgrade.engine;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import procgrade.assignment.Assignment;

/** A rubric that is being compiled and loaded by another thread, while the submission is compiled. */
final class RubricLoading implements AutoCloseable {
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
        try {
            return await();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException("the rubric could not be loaded: " + failed.getCause(), failed.getCause());
        }
    }

    private RubricClass await() throws ExecutionException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Waits for its end, also if nobody wants the rubric any more: it writes to the workspace until then. */
    @Override
    public void close() {
        try {
            await().close();
        } catch (ExecutionException notLoaded) {
            // whoever wanted the rubric has been told
            return;
        }
    }
}
