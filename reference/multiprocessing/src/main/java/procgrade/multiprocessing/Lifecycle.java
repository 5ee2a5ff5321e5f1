package procgrade.multiprocessing;

/** What happens at the end of a process. */
final class Lifecycle {
    private Lifecycle() {}

    static void install() {}
}
