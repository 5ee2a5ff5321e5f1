package procgrade.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** How long a process takes to start. */
final class StartBenchmark implements Benchmark {
    private static final int STARTS = 11;
    private static final int FIRST_WITH_AOT = 25;
    private static final String JAVA = "Java";
    private static final String SPAWN = "CPython spawn";
    private static final String FORK = "CPython fork";

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String title() {
        return "starting a process: until the target's first statement, until join returns";
    }

    @Override
    public Section run(Setting setting) {
        var contestants = List.of(
                setting.java(JAVA, "StartLatency", STARTS),
                setting.python(SPAWN, "start_latency.py", "spawn", STARTS),
                setting.python(FORK, "start_latency.py", "fork", STARTS));
        Rounds rounds = setting.measure(name(), contestants);
        var rows = new ArrayList<Row>();
        for (String second : List.of(SPAWN, FORK)) {
            Target target = second.equals(SPAWN) ? Target.atMost(bound()) : null;
            rows.add(Row.ratio("start to target", "ms", rounds, "target_ms", JAVA, second, target));
            rows.add(Row.ratio("start to join", "ms", rounds, "join_ms", JAVA, second, null));
            rows.add(Row.ratio("first start to target", "ms", rounds, "first_target_ms", JAVA, second, null));
            rows.add(Row.ratio("first start to join", "ms", rounds, "first_join_ms", JAVA, second, null));
        }
        String note =
                "A parent starts " + STARTS + " processes one after the other; the first is reported apart, of the"
                        + " others the median. Java's archive of loaded classes was made before.";
        return new Section(name(), title(), List.of(note), rows);
    }

    private static double bound() {
        return Runtime.version().feature() >= FIRST_WITH_AOT ? 0.7 : 0.9;
    }
}
