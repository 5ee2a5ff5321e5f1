package procgrade.multiprocessing.globals;

import java.io.Serializable;

/** Globals that cannot be captured, in ways that are errors rather than exceptions. */
final class DeepValues {
    static Node chain;
    static Silent silent;
    static String text;

    private DeepValues() {}

    static final class Node implements Serializable {
        private static final long serialVersionUID = 1;

        final transient int depth;
        private final Node next;

        Node(Node next) {
            this.depth = next == null ? 1 : next.depth + 1;
            this.next = next;
        }

        static Node chain(int length) {
            Node first = null;
            for (int i = 0; i < length; i++) {
                first = new Node(first);
            }
            return first;
        }
    }

    /** Throws an exception without a message. */
    static final class Silent implements Serializable {
        private static final long serialVersionUID = 1;

        private Object writeReplace() {
            throw new UnsupportedOperationException();
        }
    }
}
