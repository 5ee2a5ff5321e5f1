package procgrade.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The samples of some contestants that ran in turn: each once in every round, and the one that came first in a round
 * comes last in the next, so that a machine that becomes slower harms all alike.
 */
final class Rounds {
    private final Map<String, Map<String, List<Double>>> samples = new HashMap<>();

    private Rounds() {}

    /**
     * Runs the contestants.
     *
     * @param contestants with different names
     * @param rounds how often each runs
     * @param progress is told the number of each round, from 1, before it begins
     */
    static Rounds run(List<? extends Contestant> contestants, int rounds, Consumer<Integer> progress) {
        var result = new Rounds();
        for (int round = 0; round < rounds; round++) {
            progress.accept(round + 1);
            for (int i = 0; i < contestants.size(); i++) {
                Contestant contestant = contestants.get((i + round) % contestants.size());
                contestant.run().forEach((measure, value) -> result.add(contestant.name(), measure, value));
            }
        }
        return result;
    }

    private void add(String contestant, String measure, double value) {
        samples.computeIfAbsent(contestant, any -> new HashMap<>())
                .computeIfAbsent(measure, any -> new ArrayList<>())
                .add(value);
    }

    /**
     * The values of a measure, one for each round.
     *
     * @throws IllegalArgumentException if that contestant printed no such measure
     */
    List<Double> of(String contestant, String measure) {
        List<Double> values = samples.getOrDefault(contestant, Map.of()).get(measure);
        if (values == null) {
            throw new IllegalArgumentException(contestant + " printed no line with " + measure);
        }
        return List.copyOf(values);
    }
}
