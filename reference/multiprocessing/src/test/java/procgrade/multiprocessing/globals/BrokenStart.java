package procgrade.multiprocessing.globals;

/** A class whose static initializer throws. */
final class BrokenStart {
    static int number = Integer.parseInt("no number");

    private BrokenStart() {}
}
