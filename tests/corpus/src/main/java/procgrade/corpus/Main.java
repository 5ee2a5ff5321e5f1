package procgrade.corpus;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import procgrade.run.Pace;
import procgrade.run.RunOutcome;

/** The command that tries the detector of deadlocks on the corpus. */
public final class Main {
    private static final Pace RESTLESS =
            new Pace(Duration.ofMillis(1), Duration.ofMillis(1), Duration.ZERO, Duration.ZERO);

    private final Options options;
    private final PrintStream out;
    private final PrintStream err;

    private Main(Options options, PrintStream out, PrintStream err) {
        this.options = options;
        this.out = out;
        this.err = err;
    }

    /**
     * Runs the command.
     *
     * @param arguments as {@code --help} says
     */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    /**
     * Runs the command.
     *
     * @param out receives the result
     * @param err receives what happens next, and what went wrong
     * @return the exit code: 0, 1 if there was a miss or a false alarm, 2 if the corpus could not be run
     */
    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            return new Main(Options.parse(arguments), out, err).run();
        } catch (IllegalArgumentException | CorpusException e) {
            err.println("corpus: " + e.getMessage());
            return 2;
        } catch (IOException e) {
            err.println("corpus: cannot read the programs in " + e.getMessage());
            return 2;
        }
    }

    private int run() throws IOException {
        if (options.help()) {
            help();
            return 0;
        }
        List<CorpusProgram> all = CorpusProgram.all(options.programs());
        List<CorpusProgram> programs = all.stream()
                .filter(program -> program.matches(options.wanted()))
                .filter(program -> Workshop.has(program))
                .filter(program -> options.stress() == 0 || !program.hangs())
                .toList();
        if (programs.isEmpty()) {
            throw new IllegalArgumentException("no program of " + options.programs() + " matches '" + options.wanted()
                    + "': try a part of a name");
        }
        err.println("compiling");
        Workshop workshop = Workshop.open(options, all);
        try (Hogs hogs = Hogs.start(options.hogs())) {
            return options.stress() > 0 ? stress(workshop, programs) : tryAll(workshop, programs);
        }
    }

    private int tryAll(Workshop workshop, List<CorpusProgram> programs) {
        List<Callable<Result>> tasks = new ArrayList<>();
        for (CorpusProgram program : programs) {
            tasks.add(() -> {
                Trial trial = new Trial(options.scans());
                RunOutcome outcome = workshop.run(program, trial, Pace.FULL);
                Result result = Result.of(program, outcome, trial);
                err.println(result.kind().name().toLowerCase(Locale.ROOT) + " " + program.name() + " "
                        + (trial.proof().isPresent() ? trial.latency().toMillis() + " ms" : ""));
                return result;
            });
        }
        Report report = new Report(inJobs(tasks));
        out.println(setting(programs.size()));
        report.lines().forEach(out::println);
        return report.isFlawless() ? 0 : 1;
    }

    private int stress(Workshop workshop, List<CorpusProgram> programs) {
        Stress stress = new Stress(options.stress());
        AtomicBoolean reported = new AtomicBoolean();
        Runnable report = () -> {
            if (reported.compareAndSet(false, true)) {
                out.println(setting(programs.size()));
                stress.report().forEach(out::println);
            }
        };
        // whoever interrupts it wants to know what was found by then
        Runtime.getRuntime().addShutdownHook(new Thread(report));
        AtomicInteger next = new AtomicInteger();
        Callable<Integer> job = () -> {
            while (!stress.isDone()) {
                CorpusProgram program = programs.get(next.getAndIncrement() % programs.size());
                workshop.run(program, stress.watch(program), RESTLESS);
                err.println(stress.made() + " double scans, false alarms: " + stress.alarms());
            }
            return 0;
        };
        try {
            inJobs(Collections.nCopies(options.jobs(), job));
        } finally {
            report.run();
        }
        return stress.alarms().isEmpty() ? 0 : 1;
    }

    private String setting(int programs) {
        return "programs: " + programs + "; Java " + Runtime.version().feature() + "; "
                + (options.plain() ? "no sandbox" : "sandbox if there is one") + "; user "
                + System.getProperty("user.name") + "; cores: "
                + Runtime.getRuntime().availableProcessors() + "; jobs: " + options.jobs() + "; hogs: "
                + options.hogs();
    }

    /** A thread that starts a sandbox must live as long as it: the kernel kills it otherwise. */
    private <R> List<R> inJobs(List<Callable<R>> tasks) {
        ExecutorService threads = Executors.newFixedThreadPool(options.jobs());
        try {
            List<R> results = new ArrayList<>();
            for (Future<R> future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CorpusException("interrupted", e);
        } catch (ExecutionException e) {
            throw new CorpusException(e.getCause().getMessage(), e);
        } finally {
            threads.shutdownNow();
        }
    }

    private void help() {
        out.println(
                "Usage: tests/corpus/run [--pattern REGEX] [--jobs N] [--plain] [--scans N] [--stress N] [--hogs K]");
        out.println();
        out.println("  --pattern REGEX  only programs whose name or pattern it finds");
        out.println("  --jobs N         so many programs at the same time (1)");
        out.println("  --plain          without the sandbox");
        out.println("  --scans N        measures N double scans after each verdict (5)");
        out.println("  --stress N       N double scans of live programs, without any pause between them");
        out.println("  --hogs K         K processes that compute beside the programs (0)");
        out.println();
        out.println("Exit codes: 0 no mistake; 1 a miss or a false alarm; 2 the corpus could not be run.");
        out.println("Example: tests/corpus/run --jobs 2 --pattern 'lock order'");
    }
}
