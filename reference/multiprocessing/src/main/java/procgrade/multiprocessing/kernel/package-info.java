/**
 * What processes share: the session folder, named pipes, tokens and memory cells (internal; not part
 * of the promise of {@code procgrade.multiprocessing}).
 */
package procgrade.multiprocessing.kernel;
