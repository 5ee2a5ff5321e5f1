/**
 * The optional event trace: what each process did and when, in a file that survives {@code kill -9}
 * (internal but for {@link procgrade.multiprocessing.trace.TraceFile}).
 */
package procgrade.multiprocessing.trace;
