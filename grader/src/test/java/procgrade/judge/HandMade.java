package procgrade.judge;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import procgrade.observe.Census;
import procgrade.observe.MachineUse;
import procgrade.observe.ProcessEnd;
import procgrade.observe.ProcessRecord;
import procgrade.observe.ProcessRecord.Part;
import procgrade.observe.ProcessRole;
import procgrade.observe.Timeline;
import procgrade.run.Ending;
import procgrade.run.RunOutcome;
import procgrade.run.RunOutcome.Leftover;
import procgrade.run.StopReason;
import procgrade.standstill.Activity;
import procgrade.standstill.Standstill;

/** Evidence as tests need it: a run of {@code PiMw 1000 4} that ends well, until something else is said. Times in ms. */
public final class HandMade {
    private static final int STEP = 100;

    private final List<ProcessRecord> processes = new ArrayList<>();
    private final Map<Long, Wakes> wakes = new HashMap<>();
    private final List<Leftover> leftovers = new ArrayList<>();
    private Ending ending = Ending.byItself(ProcessEnd.exited(0));
    private String output = "";
    private String errors = "";
    private Duration wall = Duration.ofSeconds(2);
    private double delayPerSecond;
    private long delayedUntil = Long.MAX_VALUE;
    private double foreignCores;
    private boolean exact = true;
    private Optional<Standstill> standstill = Optional.empty();
    private Optional<Activity> activity = Optional.empty();

    public static HandMade run() {
        return new HandMade();
    }

    public HandMade printing(String text) {
        output = text;
        return this;
    }

    public HandMade complaining(String text) {
        errors = text;
        return this;
    }

    public HandMade taking(long milliseconds) {
        wall = Duration.ofMillis(milliseconds);
        return this;
    }

    public HandMade ending(ProcessEnd end) {
        ending = Ending.byItself(end);
        return this;
    }

    public HandMade stopped(StopReason reason) {
        ending = Ending.stopped(reason);
        return this;
    }

    public HandMade doing(Activity.Kind kind, String sentence) {
        activity = Optional.of(new Activity(kind, sentence));
        return stopped(StopReason.TIME_LIMIT);
    }

    public HandMade standing(Standstill proof) {
        standstill = Optional.of(proof);
        return this;
    }

    /** Counted by looking now and then. */
    public HandMade sampledOnly() {
        exact = false;
        return this;
    }

    /** Runnable threads of the program wait for a core for so long in each second. */
    public HandMade delayed(double secondsPerSecond) {
        delayPerSecond = secondsPerSecond;
        return this;
    }

    /** Likewise, but only until that time. */
    public HandMade delayed(double secondsPerSecond, long milliseconds) {
        delayedUntil = milliseconds;
        return delayed(secondsPerSecond);
    }

    /** Other programs keep so many of two cores busy. */
    public HandMade besides(double cores) {
        foreignCores = cores;
        return this;
    }

    public HandMade leaving(long pid, String label) {
        leftovers.add(new Leftover(pid, label));
        return this;
    }

    /** Alive during the whole run; its pid is 100. */
    public HandMade master(long cpu) {
        return add(Part.MASTER, 0, 0, wall.toMillis(), cpu, Optional.of(ProcessEnd.exited(0)));
    }

    /** The first one has the pid 101. */
    public HandMade worker(long start, long end, long cpu) {
        return worker(start, end, cpu, Optional.of(ProcessEnd.exited(0)));
    }

    public HandMade worker(long start, long end, long cpu, Optional<ProcessEnd> how) {
        return add(Part.WORKER, workers() + 1, start, end, cpu, how);
    }

    private int workers() {
        return (int) processes.stream()
                .filter(process -> process.part() == Part.WORKER)
                .count();
    }

    /** Only a log knows of it. */
    HandMade unseenWorker(long start, long end) {
        return add(Part.WORKER, workers() + 1, start, end, 0, Optional.of(ProcessEnd.exited(0)), false);
    }

    public HandMade helper() {
        return add(Part.HELPER, 0, 0, wall.toMillis(), 1, Optional.empty());
    }

    public HandMade other() {
        return add(Part.OTHER, 0, 0, wall.toMillis(), 1, Optional.empty());
    }

    /** The process that was added last wakes up so often. */
    public HandMade waking(double perSecond) {
        return wakingUntil(wall.toMillis(), perSecond);
    }

    /** The process that was added last wakes up so often, but only until that time. */
    public HandMade wakingUntil(long milliseconds, double perSecond) {
        wakes.put(processes.get(processes.size() - 1).pid(), new Wakes(perSecond, milliseconds));
        return this;
    }

    /** The process that was added last wakes up so often at a time, and then not for a while. */
    public HandMade wakingAtOnce(int times, long pauseMilliseconds) {
        wakes.put(processes.get(processes.size() - 1).pid(), new Wakes(times, wall.toMillis(), pauseMilliseconds));
        return this;
    }

    private record Wakes(double times, long until, long everyMilliseconds) {
        Wakes(double perSecond, long until) {
            this(perSecond, until, 0);
        }

        long between(long start, long at) {
            long passed = Math.max(0, Math.min(at, until) - start);
            return everyMilliseconds == 0
                    ? Math.round(times * passed / 1000)
                    : Math.round(times) * (passed / everyMilliseconds);
        }
    }

    private HandMade add(Part part, int number, long start, long end, long cpu, Optional<ProcessEnd> how) {
        return add(part, number, start, end, cpu, how, true);
    }

    private HandMade add(
            Part part, int number, long start, long end, long cpu, Optional<ProcessEnd> how, boolean sampled) {
        ProcessRole role = ProcessRole.guess(List.of("python3", "pi_mw.py"), "python3");
        processes.add(new ProcessRecord(
                100 + processes.size(),
                part == Part.MASTER ? 1 : 100,
                part,
                number,
                role,
                List.of("python3", "pi_mw.py"),
                Duration.ofMillis(start),
                Optional.of(Duration.ofMillis(end)),
                how,
                Duration.ofMillis(cpu),
                1 << 20,
                false,
                sampled));
        return this;
    }

    public Evidence evidence() {
        return new Evidence(
                "PiMw 1000 4",
                new RunOutcome(ending, wall, Path.of("stdout.txt"), Path.of("stderr.txt"), leftovers, false),
                output,
                errors,
                new Census(processes, List.of("sampling"), List.of(), exact, true),
                timeline(),
                Optional.of(machine()),
                standstill,
                activity,
                List.of());
    }

    private MachineUse machine() {
        Duration program = processes.stream().map(ProcessRecord::cpu).reduce(Duration.ZERO, Duration::plus);
        Duration grader = Duration.ofMillis(30);
        Duration foreign = Duration.ofNanos(Math.round(foreignCores * wall.toNanos()));
        return new MachineUse(wall, 2, program.plus(grader).plus(foreign), Duration.ZERO, program, grader);
    }

    /** Each process uses its processor time evenly over its life. */
    private Timeline timeline() {
        List<Timeline.Sample> samples = new ArrayList<>();
        for (long at = 0; at <= wall.toMillis(); at += STEP) {
            Map<Long, Duration> cpu = new HashMap<>();
            Map<Long, Long> switches = new HashMap<>();
            for (ProcessRecord process : processes) {
                long start = process.started().toMillis();
                long end = process.ended().orElseThrow().toMillis();
                if (start <= at && at <= end) {
                    cpu.put(
                            process.pid(),
                            process.cpu().multipliedBy(at - start).dividedBy(Math.max(1, end - start)));
                    switches.put(
                            process.pid(),
                            wakes.getOrDefault(process.pid(), new Wakes(0, 0)).between(start, at));
                }
            }
            Duration delay = Duration.ofNanos(Math.round(delayPerSecond * Math.min(at, delayedUntil) * 1e6));
            samples.add(new Timeline.Sample(Duration.ofMillis(at), cpu, switches, delay));
        }
        return new Timeline(samples);
    }
}
