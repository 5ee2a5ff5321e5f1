/** Programs whose global variables tests look at in children. */
package procgrade.multiprocessing.programs.globals;
