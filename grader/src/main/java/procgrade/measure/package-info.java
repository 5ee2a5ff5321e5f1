/** Decides from recorded times whether a program is fast enough: mathematics only, nothing is run here. */
package procgrade.measure;
