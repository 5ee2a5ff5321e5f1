package procgrade.multiprocessing.programs.globals;

import procgrade.multiprocessing.Process;

/** The targets of {@link Ancestor}. */
final class Descendant {
    private Descendant() {}

    static void child() {
        System.out.println("child " + Ancestor.generation++ + " " + Named.name);
        new Process(Descendant::grandchild).start().join();
    }

    private static void grandchild() {
        System.out.println("grandchild " + Ancestor.generation + " " + Named.name);
    }
}
