package procgrade.benchmarks;

/**
 * A problem of the lecture with its programs.
 *
 * @param name the word that selects it on the command line
 * @param sequentialJava the class of the sequential program; arguments: N
 * @param workersJava the class of the program with workers; arguments: N, workers, chunk
 * @param sequentialPython the script of the sequential program
 * @param workersPython the script of the program with workers
 * @param share the class that does a share of the work by itself; arguments: N, chunk, share, shares
 * @param chunk how many numbers make a task
 * @param smallest the N that the search for a size begins with
 * @param power the work grows about with this power of N
 * @param efficiency what two workers should reach of what two independent processes do
 */
record LectureProgram(
        String name,
        String sequentialJava,
        String workersJava,
        String sequentialPython,
        String workersPython,
        String share,
        long chunk,
        long smallest,
        double power,
        double efficiency) {

    static final LectureProgram PI =
            new LectureProgram("pi", "Pi", "PiMw", "pi.py", "pi_mw.py", "PiShare", 8_000_000, 1_000_000, 1.0, 0.9);

    static final LectureProgram PRIMES = new LectureProgram(
            "primes",
            "Primes",
            "PrimesMwSort",
            "primes.py",
            "primes_mw_sort.py",
            "PrimesShare",
            100_000,
            200_000,
            1.4,
            0.8);
}
