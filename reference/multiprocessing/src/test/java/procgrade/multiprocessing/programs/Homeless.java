package procgrade.multiprocessing.programs;

import java.io.File;
import procgrade.multiprocessing.Process;

/** Removes its current folder before it starts a process. */
public final class Homeless {
    private Homeless() {}

    public static void main(String[] arguments) {
        File folder = new File(System.getProperty("user.dir"));
        System.out.println("removed " + folder.delete());
        new Process(Homeless::run).name("homeless").start();
    }

    private static void run() {
        System.out.println("never");
    }
}
