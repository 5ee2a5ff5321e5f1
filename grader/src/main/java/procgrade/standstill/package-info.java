/** Proves from outside that a process tree stands still for ever, and explains who waits for whom. */
package procgrade.standstill;
