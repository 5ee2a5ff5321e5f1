package procgrade.benchmarks;

import java.util.Map;

/** Something that can be measured again and again. */
interface Contestant {
    /** {@return what it is called in the table} */
    String name();

    /**
     * Runs once.
     *
     * @return a value for each measure
     * @throws BenchmarkException if it cannot be run
     */
    Map<String, Double> run();
}
