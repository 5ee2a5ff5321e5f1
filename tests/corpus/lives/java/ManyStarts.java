import procgrade.multiprocessing.Process;

/**
 * Starts workers that end at once, one after the other.
 *
 * pattern: start and shutdown
 * expect: lives
 */
class ManyStarts {
    static void worker() {
        System.out.println("here");
    }

    public static void main(String[] args) {
        for (int i = 0; i < 6; i++) {
            new Process(ManyStarts::worker).start().join();
        }
    }
}
