import java.util.ArrayList;
import java.util.List;
import procgrade.multiprocessing.Process;

/** Tasks that change global variables, each as a {@link Process} or as a {@link Thread}. */
public class Isolation {
    static int g1 = 0;
    static List<Integer> g2 = new ArrayList<>();

    static void task(String kind, int k) {
        // TODO: change g1 and g2, and print them
    }

    public static void main(String[] args) {
        String kind = args[0];
        int tasks = Integer.parseInt(args[1]);
        g1 = Integer.parseInt(args[2]);

        // TODO: run the tasks one after the other, each in a Process or in a Thread, as kind says
        System.out.println("main: g1 = " + g1 + " g2 = " + g2);
    }
}
