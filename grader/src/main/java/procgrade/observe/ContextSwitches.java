package procgrade.observe;

/**
 * How often one thread has given up its core, from {@code /proc/PID/task/TID/status}, proc_pid_status(5).
 *
 * @param voluntary because it had to wait for something
 * @param involuntary because its time was up
 */
public record ContextSwitches(long voluntary, long involuntary) {}
