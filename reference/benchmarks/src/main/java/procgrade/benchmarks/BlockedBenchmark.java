package procgrade.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** What processes cost that wait in get. */
final class BlockedBenchmark implements Benchmark {
    private static final int PROCESSES = 4;
    private static final double SECONDS = 5;

    @Override
    public String name() {
        return "blocked";
    }

    @Override
    public String title() {
        return "CPU time of " + PROCESSES + " processes that wait in get";
    }

    @Override
    public Section run(Setting setting) {
        double seconds = setting.seconds(SECONDS);
        Rounds rounds = setting.measure(
                name(),
                List.of(
                        new Blocked(setting.java("Java", "BlockedReaders", PROCESSES), seconds),
                        new Blocked(setting.python("CPython", "blocked_readers.py", PROCESSES), seconds)));
        var rows = new ArrayList<Row>();
        for (String language : List.of("Java", "CPython")) {
            Target target = language.equals("Java") ? Target.atMost(0) : null;
            rows.add(Row.single("threads that wait in a pipe", "ms", rounds, language, Blocked.WAITING, target));
            rows.add(Row.single("all threads of the processes", "ms", rounds, language, Blocked.ALL, null));
        }
        String note = "All processes together in " + seconds + " s, beginning a second after they have come to get. The"
                + " housekeeping of the Java virtual machine is in the second figure only.";
        return new Section(name(), title(), List.of(note), rows);
    }
}
