/** Runs a program as a supervised process tree, in a sandbox where there is one, and leaves nothing of it alive. */
package procgrade.run;
