package procgrade.judge;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import procgrade.observe.Census;
import procgrade.observe.ProcessRecord;

/** Judges who did the computing of a run, by the processor time that each process had used. */
final class WorkJudge {
    /** Below this, start-up and printing of a Java virtual machine look like work. */
    private static final Duration CONSIDERABLE = Duration.ofMillis(500);

    /** A process that did less than this share of what the busiest did has not done a fair part. */
    private static final double FAIR = 0.3;

    /** More of the busiest worker's time than this, and the master was busy itself. */
    private static final double COORDINATES = 0.5;

    /** A master that only coordinates was seen to use 0.56 s on a busy machine, nearly all for its virtual machine. */
    private static final Duration MORE_THAN_STARTING = Duration.ofSeconds(1);

    /** Cores' worth of work: above it, more than one thread of the master has computed most of the time. */
    private static final double PARALLEL = 1.3;

    /** Cores' worth of work of all workers: below it, they have computed in turns. */
    private static final double IN_TURNS = 1.15;

    /** Kept from the cores for more than this share of the time, even good workers compute in turns. */
    private static final double DISTURBED = 0.05;

    private final Census census;
    private final Duration wall;
    private final BusyTimes busy;
    private final RunDelay delay;
    private final int cores;

    WorkJudge(Evidence evidence, int cores) {
        this.census = evidence.census();
        this.wall = evidence.outcome().wall();
        this.busy = new BusyTimes(evidence.timeline());
        this.delay = RunDelay.of(evidence.timeline(), cores);
        this.cores = cores;
    }

    /** Whether the run computed for long enough that a worker that nobody saw cannot have done its part of it. */
    boolean isConsiderable() {
        return ProcessJudge.cpu(census.processes()).compareTo(CONSIDERABLE) > 0;
    }

    /** Who did the work of a program without workers; empty if there was too little work to tell. */
    Optional<Finding> withoutWorkers() {
        Duration cpu = master();
        if (cpu.compareTo(CONSIDERABLE) <= 0) {
            return Optional.empty();
        }
        double parallel = (double) cpu.toNanos() / wall.toNanos();
        String who = parallel > PARALLEL ? "threads of the main process" : "the main process itself";
        return Optional.of(ProcessJudge.wrong("0 worker processes: the work was done by " + who)
                .withHelp("a thread is not a process: start processes, and hand the work to them"));
    }

    Finding isShared() {
        List<ProcessRecord> workers = census.workers();
        ProcessRecord busiest = busiest();
        if (master().compareTo(CONSIDERABLE) > 0 && master().compareTo(ProcessJudge.cpu(workers)) > 0) {
            return masterWorked();
        }
        if (isDoubtful()) {
            return tooLittle(busiest);
        }
        List<String> idle = workers.stream()
                .filter(worker -> worker.sampled() && share(worker.cpu(), busiest.cpu()) < FAIR)
                .map(ProcessRecord::title)
                .toList();
        if (idle.isEmpty()) {
            return Finding.PASSED;
        }
        return ProcessJudge.wrong(String.join(", ", idle) + " did hardly any of the work")
                .comparing(
                        "each worker at least " + Amount.percent(FAIR) + " of the busiest one's processor time",
                        Amount.of(idle.size(), "worker", "workers") + " less")
                .withDetails(times())
                .withHelp("does every worker get tasks, and are there enough tasks for all?");
    }

    /** Whether no worker computed for long enough to say that work was done at all. */
    boolean isDoubtful() {
        return busiest().cpu().compareTo(CONSIDERABLE) < 0;
    }

    /** Compares what the workers did with what those of another program did, of which it is known that they work. */
    Finding isAtLeast(double share, WorkJudge reference) {
        Duration done = ofWorkers();
        Duration whole = reference.ofWorkers();
        if (!whole.isZero() && share(done, whole) >= share) {
            return Finding.PASSED;
        }
        if (reference.census.workers().isEmpty() || reference.isDoubtful()) {
            return Finding.of(
                    Verdict.NOT_MEASURABLE,
                    "there is too little to compute in this run to tell whether it was done: the workers of the"
                            + " reference solution, too, used only " + Amount.seconds(whole) + " of processor time");
        }
        return ProcessJudge.wrong("the workers did hardly any of the work: together they used " + Amount.seconds(done)
                        + " of processor time, those of the reference solution " + Amount.seconds(whole))
                .comparing(
                        "at least " + Amount.percent(share) + " of that of the reference solution",
                        Amount.percent(share(done, whole)))
                .withDetails(times())
                .withHelp("do the workers get all of the work, and does the result come from what they compute?");
    }

    /** Of one that was never looked at only its life is known; it cannot have computed for longer. */
    private Duration ofWorkers() {
        return census.workers().stream()
                .map(worker -> worker.sampled()
                        ? worker.cpu()
                        : worker.ended().orElse(wall).minus(worker.started()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    Finding isLeftToWorkers() {
        ProcessRecord busiest = busiest();
        if (master().compareTo(MORE_THAN_STARTING) > 0 && share(master(), busiest.cpu()) > COORDINATES) {
            return masterWasBusy();
        }
        return isDoubtful() ? tooLittle(busiest) : Finding.PASSED;
    }

    /** Whether the workers computed at the same time; PASSED if they computed too little to tell. */
    Finding atTheSameTime() {
        List<Long> pids = census.workers().stream().map(ProcessRecord::pid).toList();
        BusyTimes.Joint joint = busy.joint(pids);
        if (cores < 2 || joint.length().compareTo(CONSIDERABLE) < 0 || joint.parallelism() >= IN_TURNS) {
            return Finding.PASSED;
        }
        if (delay.foreignShare() > DISTURBED) {
            return Finding.disturbed(
                    "other programs kept the workers from the cores, so whether they computed at the same"
                            + " time cannot be told");
        }
        return ProcessJudge.wrong("the workers were there at the same time, but computed in turns")
                .comparing(
                        "more than one core at work",
                        "%.2f cores at work while the workers computed".formatted(joint.parallelism()))
                .withDetails(times())
                .withHelp("does each one hold a lock while it computes, or wait for the one before?");
    }

    private Finding masterWorked() {
        return ProcessJudge.wrong("the master did the work itself: " + Amount.seconds(master())
                        + " of processor time, all workers together "
                        + Amount.seconds(ProcessJudge.cpu(census.workers())))
                .comparing("the workers compute, the master hands out and collects", "the master computes")
                .withDetails(times())
                .withHelp("put the work into the function that the workers run");
    }

    private Finding masterWasBusy() {
        return ProcessJudge.wrong("the master was busy itself: " + Amount.seconds(master())
                        + " of processor time, its busiest worker "
                        + Amount.seconds(busiest().cpu()))
                .comparing(
                        "the workers compute, the master hands out and collects", "the master is as busy as they are")
                .withDetails(times())
                .withHelp("does it compute itself, ask again and again, or handle very many small items?");
    }

    private ProcessRecord busiest() {
        return census.workers().stream()
                .max(Comparator.comparing(ProcessRecord::cpu))
                .orElseThrow();
    }

    private static Finding tooLittle(ProcessRecord busiest) {
        return Finding.of(
                Verdict.NOT_MEASURABLE,
                "too little was computed to tell who did it: " + busiest.title() + " used "
                        + Amount.seconds(busiest.cpu()) + " of processor time, "
                        + Amount.seconds(CONSIDERABLE) + " are needed");
    }

    private List<String> times() {
        return census.processes().stream()
                .filter(ProcessRecord::isMasterOrWorker)
                .map(process -> process.title() + ": " + Amount.seconds(process.cpu()) + " of processor time")
                .toList();
    }

    private Duration master() {
        return census.master().map(ProcessRecord::cpu).orElse(Duration.ZERO);
    }

    private static double share(Duration part, Duration whole) {
        return whole.isZero() ? Double.POSITIVE_INFINITY : (double) part.toNanos() / whole.toNanos();
    }
}
