/** What a TA writes a rubric with: checks as sentences, and the JUnit Jupiter extension that runs them. */
package procgrade.rubric;
