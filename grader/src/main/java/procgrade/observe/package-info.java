/**
 * Sees what a running process tree is doing, from outside and without stopping it: immutable values and small
 * parsers over {@code /proc}.
 *
 * <p>Nothing here throws for what another process is or does. What has vanished is {@link
 * procgrade.observe.Availability#GONE}, what this user may not read is {@link
 * procgrade.observe.Availability#UNREADABLE}; neither is ever replaced by a guess. Every read has a size limit.
 */
package procgrade.observe;
