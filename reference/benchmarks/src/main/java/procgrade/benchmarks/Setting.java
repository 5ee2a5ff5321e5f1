package procgrade.benchmarks;

import java.io.File;
import java.util.List;
import java.util.function.Consumer;

/**
 * How much is measured, and where the programs are.
 *
 * @param isQuick whether sizes are small enough for a try, and too small for figures that one could quote
 * @param rounds how often each contestant runs
 * @param reference the folder of the reference programs, which holds {@code benchmarks} and {@code lecture7}
 * @param progress is told in a line what happens next
 */
record Setting(boolean isQuick, int rounds, File reference, Consumer<String> progress) {
    private static final String PROGRAMS = "procgrade.benchmarks.programs.";
    private static final int QUICK_DIVISOR = 10;

    /** {@return a size, or a tenth of it if this is a quick run} */
    int size(int full) {
        return isQuick ? full / QUICK_DIVISOR : full;
    }

    /** {@return a time in seconds, or a tenth of it if this is a quick run} */
    double seconds(double full) {
        return isQuick ? full / QUICK_DIVISOR : full;
    }

    /** A measured program of this module. */
    Program java(String name, String program, Object... arguments) {
        return Program.java(name, PROGRAMS + program, arguments);
    }

    /** A measured program's Python twin. */
    Program python(String name, String script, Object... arguments) {
        return Program.python(name, new File(reference, "benchmarks/python/" + script), arguments);
    }

    /** A program of the lecture. */
    Program lectureJava(String name, String program, Object... arguments) {
        return Program.java(name, "procgrade.lecture7." + program, arguments);
    }

    /** A program of the lecture in Python. */
    Program lecturePython(String name, String script, Object... arguments) {
        return Program.python(name, new File(reference, "lecture7/python/" + script), arguments);
    }

    /** Runs the contestants in turn and says so. */
    Rounds measure(String what, List<? extends Contestant> contestants) {
        return Rounds.run(contestants, rounds, round -> progress.accept(what + ": round " + round + " of " + rounds));
    }
}
