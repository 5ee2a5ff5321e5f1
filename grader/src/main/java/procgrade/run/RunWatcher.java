package procgrade.run;

import java.time.Duration;
import java.util.Optional;
import procgrade.observe.EnvironmentMark;

/**
 * Looks at a program while it runs. All methods are called by the one thread that supervises the run, in this order:
 * {@code started} once, {@code tick} again and again, {@code ending} once, while the processes that are left are still
 * there, and {@code outlived} as long as those are at work. A watcher that throws ends the run with a {@link RunFault}. One that takes its time delays the limits: what may
 * take more than some milliseconds is to be done in another thread.
 */
public interface RunWatcher {
    /**
     * The program has been started.
     *
     * @param rootPid the process from which all of the run descend, perhaps the sandbox
     * @param programPid the program's first process
     * @param mark by which processes that strayed from the tree are recognised
     */
    void started(long rootPid, long programPid, EnvironmentMark mark);

    /**
     * Some time has passed.
     *
     * @param elapsed since the start
     * @return a reason to stop the program, usually none
     */
    Optional<StopReason> tick(Duration elapsed);

    /**
     * Asked after each tick.
     *
     * @param elapsed since the start
     * @return whether this watcher could do with fewer ticks, because nothing has happened for a while
     */
    default boolean isIdle(Duration elapsed) {
        return true;
    }

    /**
     * Asked after each tick.
     *
     * @param elapsed since the start
     * @return whether this watcher could do with somewhat fewer ticks, because the program only goes on with what it does
     */
    default boolean isSteady(Duration elapsed) {
        return true;
    }

    /**
     * The program's first process has ended, or the program is about to be killed.
     *
     * @param elapsed since the start
     * @param stopped why it is about to be killed; empty if it has ended by itself
     */
    void ending(Duration elapsed, Optional<StopReason> stopped);

    /**
     * The program's first process has ended by itself, and others have been at work for it until now. Called again and
     * again; the last call tells where the program's time ends. Not called if nobody outlived the first process but
     * helpers.
     *
     * @param elapsed since the start
     */
    default void outlived(Duration elapsed) {
        // most look only at a program whose first process is there
    }
}
