/**
 * The command line: one class per command, and the only package that touches the console or ends the program. Commands
 * get everything they use of the world handed in, so that tests run them in process.
 */
package procgrade.cli;
