/** Makes text, JSON and JUnit XML of a grade; pure functions. */
package procgrade.report;
