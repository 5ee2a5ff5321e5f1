package procgrade.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import procgrade.observe.EnvironmentMark;
import procgrade.run.RunWatcher;
import procgrade.run.StopReason;
import procgrade.standstill.Activity;
import procgrade.standstill.Standstill;
import procgrade.standstill.StandstillDetector;

/**
 * Stops a program that is proved to stand still for ever. If only a part of it does, the others may go on.
 *
 * <p>A look at a quiet program takes tens of milliseconds, on a busy machine a second or two. So it is done by another
 * thread, and whoever supervises the run asks only whether one has come to an end. What the program is doing is asked
 * for before its time is up, for the same reason.
 */
final class StandstillWatch implements RunWatcher {
    /** How long before its end a program is looked at that will probably be stopped. */
    private static final Duration LAST_LOOK = Duration.ofSeconds(2);

    /** As much as a time limit may be late by. */
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final Looks looks;
    private final Duration wall;
    private final Executor worker;

    private CompletableFuture<Optional<Standstill>> look = CompletableFuture.completedFuture(Optional.empty());
    private CompletableFuture<Activity> activity;
    private Duration activityAskedAt = Duration.ZERO;
    private Optional<Standstill> proof = Optional.empty();
    private Optional<Activity> lastActivity = Optional.empty();

    /** What is done by the other thread, one call after the other; {@code isDue} only if none is under way. */
    interface Looks {
        void started(long rootPid, long programPid, EnvironmentMark mark);

        boolean isDue(Duration elapsed);

        Optional<Standstill> look(Duration elapsed);

        Activity activity();
    }

    /**
     * A watch for one run.
     *
     * @param looks at the program
     * @param wall the time limit of the run
     * @param worker carries out one look after the other
     */
    StandstillWatch(Looks looks, Duration wall, Executor worker) {
        this.looks = looks;
        this.wall = wall;
        this.worker = worker;
    }

    static Looks looksOf(StandstillDetector detector) {
        return new Looks() {
            @Override
            public void started(long rootPid, long programPid, EnvironmentMark mark) {
                detector.started(rootPid, programPid, mark, Set.of());
            }

            @Override
            public boolean isDue(Duration elapsed) {
                return detector.isDue(elapsed);
            }

            @Override
            public Optional<Standstill> look(Duration elapsed) {
                return detector.look(elapsed);
            }

            @Override
            public Activity activity() {
                return detector.activity();
            }
        };
    }

    @Override
    public void started(long rootPid, long programPid, EnvironmentMark mark) {
        looks.started(rootPid, programPid, mark);
    }

    @Override
    public Optional<StopReason> tick(Duration elapsed) {
        if (isUnderWay()) {
            return Optional.empty();
        }
        collect();
        if (proof.filter(Standstill::whole).isPresent()) {
            return Optional.of(StopReason.DEADLOCK);
        }
        if (isActivityDue(elapsed)) {
            activityAskedAt = elapsed;
            activity = inBackground(looks::activity);
        } else if (looks.isDue(elapsed)) {
            look = inBackground(() -> looks.look(elapsed));
        }
        return Optional.empty();
    }

    private <T> CompletableFuture<T> inBackground(Supplier<T> call) {
        return CompletableFuture.supplyAsync(call, worker);
    }

    private boolean isUnderWay() {
        return !look.isDone() || activity != null && !activity.isDone();
    }

    private void collect() {
        if (look.isDone()) {
            proof = look.join();
        }
        if (activity != null && activity.isDone()) {
            lastActivity = Optional.of(activity.join());
        }
    }

    /** Soon before the end, and once more in the middle of what is left then. */
    private boolean isActivityDue(Duration elapsed) {
        Duration half = wall.dividedBy(2);
        Duration last = wall.minus(LAST_LOOK).compareTo(half) > 0 ? wall.minus(LAST_LOOK) : half;
        Duration again = last.plus(wall.minus(last).dividedBy(2));
        return elapsed.compareTo(last) >= 0 && activity == null
                || elapsed.compareTo(again) >= 0 && activityAskedAt.compareTo(again) < 0;
    }

    @Override
    public void ending(Duration elapsed, Optional<StopReason> stopped) {
        if (stopped.filter(reason -> reason == StopReason.TIME_LIMIT).isEmpty()) {
            return;
        }
        if (!isUnderWay() && activity == null) {
            activity = inBackground(looks::activity);
        }
        if (activity != null) {
            await(activity);
        }
        collect();
    }

    private static void await(CompletableFuture<Activity> asked) {
        try {
            asked.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException unknown) {
            // then nothing newer is said; a mistake of ours comes up when the result is asked for
            return;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** {@return a proof, also of a part of the program} */
    Optional<Standstill> proof() {
        return proof;
    }

    /** {@return what the program did last, if it was stopped for its time and there was time to see it} */
    Optional<Activity> activity() {
        return lastActivity;
    }
}
