package procgrade.multiprocessing;

import java.time.Duration;

/**
 * The program from whose child the archive is recorded: it uses once what children commonly use, so that
 * the archive holds those classes. It prints how many bytes the heap of a program may have here.
 */
final class ArchiveProgram {
    private ArchiveProgram() {}

    /**
     * Runs the program.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        SimpleQueue<Object> tasks = new SimpleQueue<>();
        Queue<Object> results = new Queue<>();
        Lock lock = new Lock();
        Process process = new Process(ArchiveProgram::work, tasks, results, lock);
        process.start();
        tasks.put(new int[] {1, 2});
        tasks.put("task");
        Object result = results.get(Duration.ofSeconds(20));
        process.join();
        System.out.println(Runtime.getRuntime().maxMemory());
        System.exit(result == null || process.exitcode() != 0 ? 1 : 0);
    }

    private static void work(SimpleQueue<Object> tasks, Queue<Object> results, Lock lock) {
        Object first = tasks.get();
        Object second = tasks.get();
        try (Held held = lock.hold()) {
            results.put(first == null ? second : 2.5);
        }
    }
}
