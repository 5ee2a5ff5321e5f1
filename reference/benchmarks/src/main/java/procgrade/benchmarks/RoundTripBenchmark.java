package procgrade.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** How long a question and its answer take. */
final class RoundTripBenchmark implements Benchmark {
    private static final int TRIPS = 5000;
    private static final String JAVA = "Java";
    private static final String PYTHON = "CPython";

    @Override
    public String name() {
        return "round-trip";
    }

    @Override
    public String title() {
        return "a small number to another process and back over two queues";
    }

    @Override
    public Section run(Setting setting) {
        int trips = setting.size(TRIPS);
        var rows = new ArrayList<Row>();
        for (String queueClass : List.of("Queue", "SimpleQueue")) {
            String kind = queueClass.equals("Queue") ? "queue" : "simple";
            Rounds rounds = setting.measure(
                    name() + " (" + queueClass + ")",
                    List.of(
                            setting.java(JAVA, "RoundTrip", kind, trips),
                            setting.python(PYTHON, "round_trip.py", kind, trips)));
            rows.add(Row.ratio(queueClass, "us", rounds, "median_us", JAVA, PYTHON, Target.atMost(0.1)));
            rows.add(Row.ratio(queueClass + ", 99th percentile", "us", rounds, "p99_us", JAVA, PYTHON, null));
        }
        String note =
                "Median and 99th percentile of " + trips + " trips in each program, after as many that are left out.";
        return new Section(name(), title(), List.of(note), rows);
    }
}
