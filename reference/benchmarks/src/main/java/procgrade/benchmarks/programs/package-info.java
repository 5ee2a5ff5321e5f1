/**
 * The measured programs: each measures one thing in a process of its own and prints its figures as lines of the form
 * {@code name value}. Each has a twin in the folder {@code python}.
 */
package procgrade.benchmarks.programs;
