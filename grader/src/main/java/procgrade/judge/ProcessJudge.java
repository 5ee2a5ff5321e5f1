package procgrade.judge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import procgrade.observe.Census;
import procgrade.observe.ProcessEnd;
import procgrade.observe.ProcessRecord;
import procgrade.run.RunOutcome;

/** Judges the processes of a run that has ended by itself. What nobody could observe is not held against it. */
public final class ProcessJudge {
    private final Evidence evidence;
    private final Census census;
    private final WorkJudge work;

    /**
     * A judge of one run.
     *
     * @param evidence what was recorded
     * @param cores that the program could use, at least 1
     */
    public ProcessJudge(Evidence evidence, int cores) {
        this.evidence = evidence;
        this.census = evidence.census();
        this.work = new WorkJudge(evidence, cores);
    }

    /**
     * Judges the number of workers.
     *
     * @param least 0 or more
     * @param most {@code least} or more
     * @return PASSED, WRONG_PROCESSES, or NOT_MEASURABLE if workers may have been too short-lived to be seen
     */
    public Finding workersBetween(int least, int most) {
        int count = census.workers().size();
        if (count >= least && count <= most) {
            return Finding.PASSED;
        }
        String wanted = (least == most ? "" + least : least + " to " + most) + " worker "
                + (most == 1 ? "process" : "processes");
        String found = Amount.of(count, "worker process", "worker processes");
        if (count < least && count == 0) {
            Optional<Finding> instead = work.withoutWorkers();
            if (instead.isPresent()) {
                return instead.get().comparing(wanted, found).withDetails(all());
            }
        }
        if (count < least && !census.exact() && !work.isConsiderable()) {
            return Finding.of(
                            Verdict.NOT_MEASURABLE,
                            "only " + found + " seen, but short-lived ones may have been missed: counted by "
                                    + String.join(" and ", census.methods()))
                    .comparing(wanted, found)
                    .withHelp("./procgrade doctor says what is missing to count exactly");
        }
        return wrong(found + " instead of " + (least == most ? "" + least : least + " to " + most))
                .comparing(wanted, found)
                .withDetails(all());
    }

    /** {@return PASSED if the program started no process, otherwise WRONG_PROCESSES} */
    public Finding none() {
        List<ProcessRecord> others = census.processes().stream()
                .filter(process ->
                        process.part() == ProcessRecord.Part.WORKER || process.part() == ProcessRecord.Part.OTHER)
                .toList();
        return others.isEmpty()
                ? Finding.PASSED
                : wrong("it started " + Amount.of(others.size(), "process", "processes") + ", but should start none")
                        .comparing("no process", names(others))
                        .withDetails(all());
    }

    /** {@return PASSED if all workers were there, and computed, at the same time} */
    public Finding allAtOnce() {
        int count = census.workers().size();
        if (count < 2) {
            return tooFewToCompare(count);
        }
        Finding alive = atLeastAtOnce(count);
        return alive.passed() ? work.atTheSameTime() : alive;
    }

    /**
     * Judges how many workers were alive at the same moment.
     *
     * @param wanted 2 or more
     * @return PASSED or WRONG_PROCESSES
     */
    public Finding atLeastAtOnce(int wanted) {
        List<ProcessRecord> workers = census.workers();
        int most = Lifetimes.mostAtOnce(workers, Lifetimes.UNCERTAIN);
        if (most >= wanted) {
            return Finding.PASSED;
        }
        if (Lifetimes.areShort(workers) && Lifetimes.mostAtOnce(workers, Duration.ZERO) >= wanted) {
            return Finding.of(
                            Verdict.NOT_MEASURABLE,
                            "the workers lived too short to tell whether " + wanted + " were there at the same time")
                    .withDetails(lifetimes());
        }
        return wrong("at most " + Amount.of(most, "worker was", "workers were") + " there at the same time")
                .comparing(wanted + " at the same time", most + " at the same time")
                .withDetails(lifetimes())
                .withHelp("start all workers first, and wait for their ends after that");
    }

    /** {@return PASSED if no two workers were alive at the same moment} */
    public Finding oneAfterTheOther() {
        return Lifetimes.overlapping(census.workers())
                .map(pair -> wrong(pair.second().title() + " started before "
                                + pair.first().title() + " had ended")
                        .comparing("one after the other", "at the same time")
                        .withDetails(lifetimes())
                        .withHelp("wait for the end of each one (join) before the next one starts"))
                .orElse(Finding.PASSED);
    }

    /**
     * Judges whether the workers have done their work at all.
     *
     * @param share the least that they may use of the processor time of those of the reference solution
     * @param reference the same run of the reference solution; asked for only if the work is doubtful
     * @return PASSED, WRONG_PROCESSES, or NOT_MEASURABLE if the reference solution, too, has hardly anything to do
     */
    public Finding computeAtLeast(double share, Supplier<Evidence> reference) {
        int count = census.workers().size();
        if (count < 1) {
            return tooFewToCompare(count);
        }
        // the number of cores does not matter for sums
        return work.isDoubtful() ? work.isAtLeast(share, new WorkJudge(reference.get(), 1)) : Finding.PASSED;
    }

    /** {@return PASSED if each worker did a fair part of the computing} */
    public Finding shareTheWork() {
        int count = census.workers().size();
        return count < 1 ? tooFewToCompare(count) : work.isShared();
    }

    /** {@return PASSED if the master left the computing to the workers} */
    public Finding masterOnlyCoordinates() {
        int count = census.workers().size();
        return count < 1 ? tooFewToCompare(count) : work.isLeftToWorkers();
    }

    /** {@return PASSED if whoever had nothing to do waited without waking up again and again} */
    public Finding waitQuietly() {
        return new Waits(evidence).judge();
    }

    /**
     * Judges how the workers ended.
     *
     * @param code the exit code that each should have
     * @return PASSED, or CRASHED if one is known to have ended differently
     */
    public Finding allExitWith(int code) {
        List<ProcessRecord> wrong = census.workers().stream()
                .filter(worker -> worker.end()
                        .filter(end -> !end.equals(ProcessEnd.exited(code)))
                        .isPresent())
                .toList();
        if (wrong.isEmpty()) {
            return Finding.PASSED;
        }
        ProcessRecord first = wrong.get(0);
        return Crash.of(first, evidence.errors())
                .comparing(
                        "exit code " + code + " of every worker",
                        first.title() + ": " + Signals.words(first.end().orElseThrow()))
                .withDetails(ends());
    }

    /** {@return the workers whose end nobody observed, in a sentence; empty if there is none} */
    public Optional<String> unobservedEnds() {
        List<ProcessRecord> unknown = census.workers().stream()
                .filter(worker -> worker.end().isEmpty())
                .toList();
        return unknown.isEmpty() ? Optional.empty() : Optional.of("exit code not observed: " + names(unknown));
    }

    /** {@return PASSED if no process outlived the program, otherwise LEFT_PROCESSES with their names} */
    public Finding noneLeft() {
        List<RunOutcome.Leftover> all = evidence.outcome().leftovers();
        List<RunOutcome.Leftover> helped = all.stream()
                .filter(leftover -> part(leftover.pid()) != ProcessRecord.Part.HELPER)
                .toList();
        // a helper has nobody to help if nobody else is left, so it is none
        List<RunOutcome.Leftover> left = helped.isEmpty() ? all : helped;
        if (left.isEmpty()) {
            return Finding.PASSED;
        }
        return Finding.of(
                        Verdict.LEFT_PROCESSES,
                        Amount.of(left.size(), "process was", "processes were")
                                + " still alive when the program had ended")
                .comparing("no process left", Amount.of(left.size(), "process", "processes"))
                .withDetails(left.stream().map(this::title).toList())
                .withHelp("wait for the end of every process that you start (join)");
    }

    private ProcessRecord.Part part(long pid) {
        return record(pid).map(ProcessRecord::part).orElse(ProcessRecord.Part.OTHER);
    }

    private String title(RunOutcome.Leftover leftover) {
        String label = leftover.label();
        String title = record(leftover.pid()).map(ProcessRecord::title).orElse(label);
        return title + " (pid " + leftover.pid() + (label.equals(title) ? "" : ", " + label) + ")";
    }

    private Optional<ProcessRecord> record(long pid) {
        return census.processes().stream()
                .filter(process -> process.pid() == pid)
                .reduce((earlier, later) -> later);
    }

    private static Finding tooFewToCompare(int count) {
        return wrong("there " + (count == 1 ? "was 1 worker process" : "were " + count + " worker processes"))
                .withHelp("a worker is a process that the program starts; a thread is none");
    }

    private List<String> all() {
        List<String> lines = new ArrayList<>();
        for (ProcessRecord process : census.processes()) {
            if (process.part() != ProcessRecord.Part.HELPER) {
                lines.add(process.title() + ": "
                        + (process.sampled()
                                ? Amount.seconds(process.cpu()) + " of processor time"
                                : "too short-lived to be looked at"));
            }
        }
        lines.add("counted by " + String.join(" and ", census.methods()));
        return lines;
    }

    private List<String> lifetimes() {
        return census.workers().stream()
                .map(worker -> worker.title() + ": from " + Amount.seconds(worker.started()) + " to "
                        + worker.ended().map(Amount::seconds).orElse("the end"))
                .toList();
    }

    private List<String> ends() {
        List<String> ends = new ArrayList<>();
        for (ProcessRecord worker : census.workers()) {
            ends.add(worker.title() + ": " + worker.end().map(Signals::words).orElse("not observed"));
        }
        return ends;
    }

    private static String names(List<ProcessRecord> processes) {
        return String.join(", ", processes.stream().map(ProcessRecord::title).toList());
    }

    static Finding wrong(String rationale) {
        return Finding.of(Verdict.WRONG_PROCESSES, rationale);
    }

    static Duration cpu(List<ProcessRecord> processes) {
        return processes.stream().map(ProcessRecord::cpu).reduce(Duration.ZERO, Duration::plus);
    }
}
