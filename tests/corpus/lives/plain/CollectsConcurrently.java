import java.util.ArrayList;
import java.util.List;

/**
 * The only thread asks for a collection, which the virtual machine does beside it, and waits for its end.
 *
 * pattern: garbage collection
 * expect: lives
 * options: -Xmx400m -XX:+UseG1GC -XX:+ExplicitGCInvokesConcurrent -XX:ConcGCThreads=1
 */
class CollectsConcurrently {
    public static void main(String[] args) {
        List<Object> kept = new ArrayList<>();
        for (int i = 0; i < 4_000_000; i++) {
            kept.add(new Object[] {i});
        }
        long end = System.nanoTime() + 3_000_000_000L;
        while (System.nanoTime() < end) {
            System.gc();
        }
        System.out.println(kept.size());
    }
}
