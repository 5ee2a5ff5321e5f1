/** Compiles a submission, or checks it where nothing is compiled, and finds out how its program is started. */
package procgrade.build;
