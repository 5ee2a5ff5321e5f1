/**
 * Processes that look as in Python's {@code multiprocessing}: real operating-system processes, and
 * queues, pipes, locks and shared memory between them that block in the kernel.
 */
package procgrade.multiprocessing;
