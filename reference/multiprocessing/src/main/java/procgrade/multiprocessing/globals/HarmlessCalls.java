package procgrade.multiprocessing.globals;

import java.util.Set;

/** The members that a static initializer may use without anybody noticing: they make, fill and read values. */
final class HarmlessCalls {
    private static final String NEW = "<init>";
    private static final String CONCURRENT = "java/util/concurrent/";

    private static final Set<String> IN_LANG = Set.of(
            "Boolean",
            "Byte",
            "Character",
            "Double",
            "Float",
            "Integer",
            "Long",
            "Math",
            "Short",
            "String",
            "StringBuffer",
            "StringBuilder");

    private static final Set<String> IN_UTIL = Set.of(
            "AbstractMap$SimpleEntry",
            "AbstractMap$SimpleImmutableEntry",
            "ArrayDeque",
            "ArrayList",
            "Arrays",
            "BitSet",
            "Collection",
            "Collections",
            "Deque",
            "EnumMap",
            "EnumSet",
            "HashMap",
            "HashSet",
            "Hashtable",
            "IdentityHashMap",
            "Iterator",
            "LinkedHashMap",
            "LinkedHashSet",
            "LinkedList",
            "List",
            "ListIterator",
            "Map",
            "Map$Entry",
            "NavigableMap",
            "NavigableSet",
            "Objects",
            "Optional",
            "OptionalDouble",
            "OptionalInt",
            "OptionalLong",
            "PriorityQueue",
            "Queue",
            "Random",
            "Set",
            "SortedMap",
            "SortedSet",
            "SplittableRandom",
            "Stack",
            "TreeMap",
            "TreeSet",
            "UUID",
            "Vector",
            "WeakHashMap");

    private static final Set<String> IN_CONCURRENT = Set.of(
            "ConcurrentHashMap",
            "ConcurrentLinkedDeque",
            "ConcurrentLinkedQueue",
            "ConcurrentMap",
            "ConcurrentSkipListMap",
            "ConcurrentSkipListSet",
            "CopyOnWriteArrayList",
            "CopyOnWriteArraySet");

    /** Their methods may wait; only their constructors count. */
    private static final Set<String> WAITING = Set.of(
            "ArrayBlockingQueue",
            "CountDownLatch",
            "LinkedBlockingDeque",
            "LinkedBlockingQueue",
            "LinkedTransferQueue",
            "PriorityBlockingQueue",
            "Semaphore",
            "locks/ReentrantLock",
            "locks/ReentrantReadWriteLock");

    private static final Set<String> SHARED = Set.of(
            "Barrier",
            "BoundedSemaphore",
            "Condition",
            "Event",
            "JoinableQueue",
            "Lock",
            "Queue",
            "RLock",
            "Semaphore",
            "SimpleQueue");

    private HarmlessCalls() {}

    /**
     * Whether a method, constructor or field is one of them.
     *
     * @param owner the class in the class file's form ({@code java/util/List})
     * @param member the name of the method or field, {@code <init>} for a constructor
     */
    static boolean contains(String owner, String member) {
        int end = owner.startsWith(CONCURRENT) ? CONCURRENT.length() : owner.lastIndexOf('/') + 1;
        String name = owner.substring(end);
        return switch (owner.substring(0, end)) {
            case "java/lang/" -> name.equals("Object") ? !isMonitor(member) : IN_LANG.contains(name);
            case "java/math/", "java/time/", "java/util/regex/" -> true;
            case "java/util/" -> IN_UTIL.contains(name);
            case CONCURRENT -> isConcurrent(name, member);
            case "procgrade/multiprocessing/" -> isSharing(name, member);
            default -> false;
        };
    }

    private static boolean isMonitor(String method) {
        return method.equals("wait") || method.startsWith("notify");
    }

    private static boolean isConcurrent(String name, String member) {
        return IN_CONCURRENT.contains(name)
                || name.startsWith("atomic/")
                || name.equals("TimeUnit") && !member.startsWith("timed") && !member.equals("sleep")
                || WAITING.contains(name) && member.equals(NEW);
    }

    /** What makes a shared object; using one, such as getting from a queue, is for the program alone. */
    private static boolean isSharing(String name, String method) {
        return switch (name) {
            case "Array", "Value" -> method.startsWith("of");
            case "Pipe" -> method.equals("create") || method.equals("first") || method.equals("second");
            default -> SHARED.contains(name) && method.equals(NEW);
        };
    }
}
