package procgrade.multiprocessing;

import java.util.List;

/**
 * Loads the classes that the first objects and the first start of a process need, in a thread of its own: most of the
 * 60 ms that these take a program's first process are spent on loading classes, and on waiting for {@code mkfifo}.
 *
 * <p>The classes are loaded and verified but not initialized: two threads that initialize classes which need each other
 * may wait for each other for ever.
 */
final class Preload implements Runnable {
    /** Roughly in the order of their use, the last first: so the two threads do not run after the same class. */
    static final List<String> NAMES = List.of(
            "java.lang.invoke.SerializedLambda",
            "procgrade.multiprocessing.TargetCall",
            "procgrade.multiprocessing.Process",
            "procgrade.multiprocessing.Bystander",
            "procgrade.multiprocessing.ChildStart",
            "procgrade.multiprocessing.codec.Encoder",
            "procgrade.multiprocessing.Departures",
            "procgrade.multiprocessing.ProgramClasses",
            "procgrade.multiprocessing.Values",
            "procgrade.multiprocessing.Console$WarnOnce",
            "procgrade.multiprocessing.globals.Globals",
            "procgrade.multiprocessing.globals.GlobalClasses",
            "procgrade.multiprocessing.globals.ClassFile",
            "procgrade.multiprocessing.globals.StaticFields",
            "procgrade.multiprocessing.ChildMain",
            "procgrade.multiprocessing.launch.ChildCommand",
            "procgrade.multiprocessing.launch.ParentFlags",
            "procgrade.multiprocessing.launch.Archive",
            "procgrade.multiprocessing.Child",
            "java.nio.channels.FileChannel$MapMode",
            "procgrade.multiprocessing.codec.Decoder",
            "procgrade.multiprocessing.FrameReader",
            "procgrade.multiprocessing.FrameWriter",
            "procgrade.multiprocessing.Feeder",
            "procgrade.multiprocessing.kernel.Turn",
            "procgrade.multiprocessing.kernel.Tokens",
            "procgrade.multiprocessing.kernel.Cells",
            "procgrade.multiprocessing.kernel.Fifo",
            "procgrade.multiprocessing.kernel.TimedReads",
            "procgrade.multiprocessing.kernel.ProcessTable");

    private Preload() {}

    /** Begins to load; the program need not wait for it. */
    static void begin() {
        Thread thread = new Thread(new Preload(), "mp-preload");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        for (String name : NAMES) {
            load(name);
        }
    }

    /** To ask a class for its constructors links it, which is more than half of the work; nothing else would. */
    static boolean load(String name) {
        try {
            return Class.forName(name, false, Preload.class.getClassLoader()).getDeclaredConstructors() != null;
        } catch (ClassNotFoundException | LinkageError willBeReportedWhereItIsUsed) {
            return false;
        }
    }
}
