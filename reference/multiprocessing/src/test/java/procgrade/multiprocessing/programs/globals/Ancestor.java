package procgrade.multiprocessing.programs.globals;

import procgrade.multiprocessing.Process;

/** Its grandchild runs a method of another class, which uses the global variables of this one. */
public final class Ancestor {
    static int generation = Integer.parseInt(System.getProperty("generation", "1"));

    private Ancestor() {}

    public static void main(String[] arguments) {
        generation = 41;
        Named.name = "from the ancestor";
        Process.shareGlobals(Named.class);
        new Process(Descendant::child).start().join();
        System.out.println("ancestor " + generation);
    }
}
