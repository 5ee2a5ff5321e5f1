/** Reads assignments from their folders: statement, limits, skeleton, rubric, and solutions to prove the rubric with. */
package procgrade.assignment;
