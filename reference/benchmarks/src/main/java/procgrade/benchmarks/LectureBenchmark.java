package procgrade.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** What workers gain in a program of the lecture, and how much faster than Python's it is. */
final class LectureBenchmark implements Benchmark {
    private static final double JAVA_SECONDS = 3;
    private static final double PYTHON_SECONDS = 11;
    private static final double TIMES_FASTER = 8;
    private static final String SEQUENTIAL = "sequential";
    private static final String INDEPENDENT = "2 independent processes";
    private static final int[] WORKERS = {1, 2, 4};

    private final LectureProgram program;

    LectureBenchmark(LectureProgram program) {
        this.program = program;
    }

    @Override
    public String name() {
        return program.name();
    }

    @Override
    public String title() {
        return program.sequentialJava() + " and " + program.workersJava() + " of the lecture, whole runs";
    }

    @Override
    public Section run(Setting setting) {
        setting.progress().accept(name() + ": looking for sizes");
        long javaSize = SizeFinder.find(
                n -> setting.lectureJava(SEQUENTIAL, program.sequentialJava(), n),
                program.smallest(),
                setting.seconds(JAVA_SECONDS),
                program.power());
        long pythonSize = SizeFinder.find(
                n -> setting.lecturePython(SEQUENTIAL, program.workersPython(), n, 2, chunk(n)),
                program.smallest(),
                setting.seconds(PYTHON_SECONDS),
                program.power());
        var rows = new ArrayList<>(speedups(setting, javaSize));
        rows.addAll(againstPython(setting, pythonSize));
        var notes = List.of(
                "N = " + javaSize + ", chunk " + chunk(javaSize) + " among Java's: its sequential program was to take "
                        + setting.seconds(JAVA_SECONDS) + " s.",
                "N = " + pythonSize + ", chunk " + chunk(pythonSize)
                        + " against CPython: its program with 2 workers was" + " to take "
                        + setting.seconds(PYTHON_SECONDS) + " s.",
                INDEPENDENT + ": two programs started together, each doing every second chunk.");
        return new Section(name(), title(), notes, rows);
    }

    /** In a quick run the chunk of a full run would leave the workers without tasks. */
    private long chunk(long size) {
        return Math.min(program.chunk(), Math.max(1, size / 50));
    }

    private List<Row> speedups(Setting setting, long size) {
        long chunk = chunk(size);
        var contestants = new ArrayList<Contestant>();
        contestants.add(setting.lectureJava(SEQUENTIAL, program.sequentialJava(), size));
        for (int workers : WORKERS) {
            contestants.add(setting.lectureJava(workers(workers), program.workersJava(), size, workers, chunk));
        }
        contestants.add(new Together(
                INDEPENDENT,
                List.of(
                        setting.java("even chunks", program.share(), size, chunk, 0, 2),
                        setting.java("odd chunks", program.share(), size, chunk, 1, 2))));
        Rounds rounds = setting.measure(name() + " (Java, N = " + size + ")", contestants);
        var rows = new ArrayList<Row>();
        for (int workers : WORKERS) {
            rows.add(Row.ratio("Java, speedup", "s", rounds, Program.ELAPSED, SEQUENTIAL, workers(workers), null));
        }
        rows.add(Row.ratio("Java, speedup", "s", rounds, Program.ELAPSED, SEQUENTIAL, INDEPENDENT, null));
        Target efficiency = Target.atLeast(program.efficiency());
        rows.add(Row.ratio("Java, efficiency", "s", rounds, Program.ELAPSED, INDEPENDENT, workers(2), efficiency));
        return rows;
    }

    private List<Row> againstPython(Setting setting, long size) {
        long chunk = chunk(size);
        var contestants = new ArrayList<Contestant>();
        contestants.add(setting.lectureJava(java(SEQUENTIAL), program.sequentialJava(), size));
        contestants.add(setting.lecturePython(python(SEQUENTIAL), program.sequentialPython(), size));
        for (int workers : WORKERS) {
            String name = workers(workers);
            contestants.add(setting.lectureJava(java(name), program.workersJava(), size, workers, chunk));
            contestants.add(setting.lecturePython(python(name), program.workersPython(), size, workers, chunk));
        }
        Rounds rounds = setting.measure(name() + " (Java and CPython, N = " + size + ")", contestants);
        var rows = new ArrayList<Row>();
        rows.add(timesFaster(rounds, SEQUENTIAL, null));
        for (int workers : WORKERS) {
            rows.add(timesFaster(rounds, workers(workers), Target.atLeast(TIMES_FASTER)));
            rows.add(Row.ratio(
                    "CPython, speedup",
                    "s",
                    rounds,
                    Program.ELAPSED,
                    python(SEQUENTIAL),
                    python(workers(workers)),
                    null));
        }
        return rows;
    }

    private static Row timesFaster(Rounds rounds, String name, Target target) {
        return Row.ratio("Java is faster", "s", rounds, Program.ELAPSED, python(name), java(name), target);
    }

    private static String workers(int count) {
        return count == 1 ? "1 worker" : count + " workers";
    }

    private static String java(String name) {
        return "Java " + name;
    }

    private static String python(String name) {
        return "CPython " + name;
    }
}
