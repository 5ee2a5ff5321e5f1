/** Programs that tests start in virtual machines of their own, as a user would. */
package procgrade.multiprocessing.programs;
