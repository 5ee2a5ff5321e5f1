package procgrade.multiprocessing.programs.globals;

/** A class whose initializer everybody notices. */
public final class Noisy {
    static int volume = 1;

    static {
        System.out.println("noise");
    }

    private Noisy() {}
}
