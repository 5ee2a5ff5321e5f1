/** Finds in what a learning management system exported who handed in what. */
package procgrade.collect;
