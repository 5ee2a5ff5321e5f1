/**
 * Starts the Java virtual machine of a child process, and keeps the archive that makes it start fast
 * (internal; not part of the promise of {@code procgrade.multiprocessing}).
 */
package procgrade.multiprocessing.launch;
