/** The results of a class as values, and the files that learning management systems want of them. */
package procgrade.gradebook;
