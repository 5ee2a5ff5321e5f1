/**
 * Turns items into bytes and back: a compact form for the common types, Java serialization for the rest
 * (internal; not part of the promise of {@code procgrade.multiprocessing}).
 */
package procgrade.multiprocessing.codec;
