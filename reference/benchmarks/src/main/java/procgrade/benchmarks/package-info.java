/**
 * Runs the measured programs and their Python twins in turn, and reports how their figures compare.
 */
package procgrade.benchmarks;
