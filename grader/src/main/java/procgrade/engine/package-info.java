/** Grades one submission: the only package that knows the order of the stages. */
package procgrade.engine;
