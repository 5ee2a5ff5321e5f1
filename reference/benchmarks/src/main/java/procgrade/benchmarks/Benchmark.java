package procgrade.benchmarks;

/** One question about the library's costs. */
interface Benchmark {
    /** {@return the word that selects it on the command line} */
    String name();

    /** {@return what it measures, in a line} */
    String title();

    /**
     * Measures.
     *
     * @param setting how much and where
     * @throws BenchmarkException if something that it needs is missing
     */
    Section run(Setting setting);
}
