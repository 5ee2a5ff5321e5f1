package procgrade.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** How many items a queue carries in a second. */
final class QueueBenchmark implements Benchmark {
    private static final int ROUNDS_INSIDE = 7;
    private static final String JAVA = "Java";
    private static final String PYTHON = "CPython";

    /**
     * A kind of items.
     *
     * @param argument what the measured programs call it
     * @param label what the table calls it
     * @param count how many are sent in a round inside a program
     * @param target what the ratio should reach with one consumer; null if nothing was promised
     */
    private record Items(String argument, String label, int count, Target target) {}

    private static final List<Items> ITEMS = List.of(
            new Items("int", "small ints", 100_000, Target.atLeast(3)),
            new Items("4k", "4 KiB arrays", 20_000, Target.atLeast(1)),
            new Items("1m", "1 MiB arrays", 200, null));

    @Override
    public String name() {
        return "queue";
    }

    @Override
    public String title() {
        return "items through a queue, thousands per second";
    }

    @Override
    public Section run(Setting setting) {
        var rows = new ArrayList<Row>();
        for (String queueClass : List.of("Queue", "SimpleQueue")) {
            for (Items items : ITEMS) {
                for (int consumers : new int[] {1, 4}) {
                    rows.addAll(compare(setting, queueClass, items, consumers));
                }
            }
        }
        String note =
                "One producer. " + ROUNDS_INSIDE + " rounds within a program: the first is called cold, the second is"
                        + " left out, of the others the median counts.";
        return new Section(name(), title(), List.of(note), rows);
    }

    private List<Row> compare(Setting setting, String queueClass, Items items, int consumers) {
        String kind = queueClass.equals("Queue") ? "queue" : "simple";
        Object[] arguments = {kind, items.argument(), setting.size(items.count()), consumers, ROUNDS_INSIDE};
        String what = queueClass + ", " + items.label() + ", 1 to " + consumers;
        Rounds rounds = setting.measure(
                name() + " (" + what + ")",
                List.of(
                        setting.java(JAVA, "QueueRate", arguments),
                        setting.python(PYTHON, "queue_rate.py", arguments)));
        Target target = consumers == 1 ? items.target() : null;
        return List.of(
                Row.ratio(what, "k/s", rounds, "k_per_s", JAVA, PYTHON, target),
                Row.ratio(what + ", cold", "k/s", rounds, "cold_k_per_s", JAVA, PYTHON, null));
    }
}
