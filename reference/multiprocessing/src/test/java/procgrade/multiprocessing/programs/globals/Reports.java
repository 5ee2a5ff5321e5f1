package procgrade.multiprocessing.programs.globals;

import java.io.ByteArrayInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import procgrade.multiprocessing.Process;

/** Has global variables that no child can have, and starts two children. */
public final class Reports {
    /** Nobody can set the final fields of a record class from outside. */
    record Fixed(int x) implements Serializable {
        static final Fixed ORIGIN = new Fixed((int) System.nanoTime());
    }

    private static final Scanner INPUT = new Scanner(new ByteArrayInputStream(new byte[0]));
    private static Thread thread = Thread.currentThread();
    private static List<Object> mixed = new ArrayList<>();
    private static int fine = 1;

    private Reports() {}

    public static void main(String[] arguments) {
        fine = 2;
        mixed.add(thread);
        Noisy.volume = 11;
        for (int i = 0; i < 2; i++) {
            new Process(Reports::child).start().join();
        }
    }

    private static void child() {
        System.out.println(fine + " " + Noisy.volume + " " + mixed.size() + " " + INPUT.hasNext());
        System.out.println(Fixed.ORIGIN.x() != 0);
    }
}
