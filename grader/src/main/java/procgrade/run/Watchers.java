package procgrade.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import procgrade.observe.EnvironmentMark;

/** Calls all watchers of a run; what goes wrong in one is a fault of ours. */
final class Watchers {
    private final List<RunWatcher> all;

    Watchers(List<RunWatcher> all) {
        this.all = List.copyOf(all);
    }

    void started(long rootPid, long programPid, EnvironmentMark mark) {
        for (RunWatcher watcher : all) {
            guarded(() -> {
                watcher.started(rootPid, programPid, mark);
                return true;
            });
        }
    }

    /** All are called, also those after one that has found a reason; the first reason counts. */
    Optional<StopReason> tick(Duration elapsed) {
        Optional<StopReason> first = Optional.empty();
        for (RunWatcher watcher : all) {
            Optional<StopReason> reason = guarded(() -> watcher.tick(elapsed));
            first = first.isPresent() ? first : reason;
        }
        return first;
    }

    /** Whether none needs the next tick soon; not if there is none. */
    boolean areIdle(Duration elapsed) {
        return !all.isEmpty() && guarded(() -> all.stream().allMatch(watcher -> watcher.isIdle(elapsed)));
    }

    /** Whether all could do with somewhat fewer ticks; not if there is none. */
    boolean areSteady(Duration elapsed) {
        return !all.isEmpty() && guarded(() -> all.stream().allMatch(watcher -> watcher.isSteady(elapsed)));
    }

    void ending(Duration elapsed, Optional<StopReason> stopped) {
        for (RunWatcher watcher : all) {
            guarded(() -> {
                watcher.ending(elapsed, stopped);
                return true;
            });
        }
    }

    void outlived(Duration elapsed) {
        for (RunWatcher watcher : all) {
            guarded(() -> {
                watcher.outlived(elapsed);
                return true;
            });
        }
    }

    private static <T> T guarded(Supplier<T> call) {
        try {
            return call.get();
        } catch (RunFault fault) {
            throw fault;
        } catch (RuntimeException mistake) {
            throw new RunFault("watching the program failed: " + mistake + ": please report this", mistake);
        }
    }
}
