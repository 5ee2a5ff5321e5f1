import java.util.ArrayList;
import java.util.List;

/**
 * Full collections of a large heap, each of which takes long.
 *
 * pattern: garbage collection
 * expect: lives
 * options: -Xmx400m -XX:+UseSerialGC
 */
class CollectsAll {
    public static void main(String[] args) {
        List<Object> kept = new ArrayList<>();
        for (int i = 0; i < 3_000_000; i++) {
            kept.add(new Object[] {i});
        }
        long end = System.nanoTime() + 2_500_000_000L;
        while (System.nanoTime() < end) {
            System.gc();
        }
        System.out.println(kept.size());
    }
}
