package procgrade.multiprocessing.programs.globals;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import procgrade.multiprocessing.Lock;

/** Classes beside the program's own whose initializers do nothing that anybody could notice. */
final class Elsewhere {
    static int counter = 10;
    static final List<Integer> NUMBERS = new ArrayList<>();
    static final int[] SQUARES = new int[5];
    static BigInteger product = BigInteger.ONE;
    static Duration pause = Duration.ofSeconds(1);
    static final Lock LOCK = new Lock();

    static {
        for (int i = 0; i < SQUARES.length; i++) {
            SQUARES[i] = i * i;
        }
    }

    private Elsewhere() {}

    /** Holds nothing but what is computed once. */
    static final class Computed {
        static final long SEED = new Random().nextLong();
        static final Integer BOXED = new Random().nextInt();

        private Computed() {}
    }

    /** An interface's constants are never variables, but what they hold may change. */
    interface Constants {
        int LIMIT = 5;
        List<String> NAMES = new ArrayList<>();
    }
}
