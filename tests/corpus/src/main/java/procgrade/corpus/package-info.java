/** Tries the detector of deadlocks on programs that hang and on programs that only look like it. */
package procgrade.corpus;
