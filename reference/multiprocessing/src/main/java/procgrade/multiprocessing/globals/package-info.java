/**
 * Copies the values of global variables (static fields) into a child process at its start (internal; not
 * part of the promise of {@code procgrade.multiprocessing}).
 */
package procgrade.multiprocessing.globals;
