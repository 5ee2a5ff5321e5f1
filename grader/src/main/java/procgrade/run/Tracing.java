package procgrade.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import procgrade.observe.Strace;

/**
 * Whether strace(1) can record the processes of untimed runs here, inside the sandbox if there is one. A trial shows it;
 * it goes on in the background until somebody asks. Safe for use by several threads.
 */
public final class Tracing {
    private static final long PATIENCE_SECONDS = 5;

    private final CompletableFuture<Strace> trial;

    private Tracing(CompletableFuture<Strace> trial) {
        this.trial = trial;
    }

    /**
     * No strace.
     *
     * @param reason why not, in words for a reader
     * @return a tracing that does not work
     */
    public static Tracing none(String reason) {
        return new Tracing(CompletableFuture.completedFuture(new Strace(false, reason)));
    }

    /**
     * Begins the trial.
     *
     * @param sandbox around the programs
     * @return what it will show
     */
    public static Tracing tryOut(Sandbox sandbox) {
        CompletableFuture<Strace> trial = CompletableFuture.supplyAsync(() -> trial(sandbox));
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> await(trial), "trial of strace"));
        } catch (IllegalStateException ending) {
            await(trial);
        }
        return new Tracing(trial);
    }

    /** A grader that ends at once would leave the files of the trial behind. */
    private static void await(CompletableFuture<Strace> trial) {
        try {
            trial.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException noAnswer) {
            // some small files stay
            return;
        }
    }

    private static Strace trial(Sandbox sandbox) {
        if (PlainTools.ofThisMachine().endsWithParent().isEmpty()) {
            // a sandbox ends with its parent, which is strace then, and that would outlive a grader that is killed
            return new Strace(false, "the program setpriv does not work; install util-linux");
        }
        if (!sandbox.works()) {
            return Strace.ofThisMachine();
        }
        Path folder = null;
        try {
            folder = Files.createTempDirectory("procgrade-");
            RunSpec spec = new RunSpec(List.of("sh"), folder, List.of(), Map.of(), "", RunLimits.DEFAULT, folder);
            return Strace.inFrontOf(sandbox.around(List.of(), spec, Path.of(StartScript.SHELL), List.of()));
        } catch (IOException cause) {
            return new Strace(false, "strace cannot be tried: " + cause.getMessage());
        } finally {
            Scratch.remove(folder);
        }
    }

    /** {@return whether it works; waits for the end of the trial} */
    public boolean works() {
        return trial.join().works();
    }

    /** {@return why it does not work, in words for a reader; empty if it does; waits for the end of the trial} */
    public String reason() {
        return trial.join().reason();
    }
}
