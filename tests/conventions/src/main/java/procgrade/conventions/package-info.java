/** Rules that hold for the sources of every module, as tests that each module inherits. */
package procgrade.conventions;
