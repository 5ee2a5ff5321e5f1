/** Concludes findings from recorded evidence: pure functions, nothing is run here. */
package procgrade.judge;
