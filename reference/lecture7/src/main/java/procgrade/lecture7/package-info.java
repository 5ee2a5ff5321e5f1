/**
 * The programs of the lecture on multiprocessing, each beginning with the command that runs it and the output it had.
 * Every program has a twin in {@code python/} with the same arguments and the same output.
 */
package procgrade.lecture7;
