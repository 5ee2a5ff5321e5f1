/** Turns what a student handed in, a folder, a file or an archive, into a {@link procgrade.submission.Submission}. */
package procgrade.submission;
