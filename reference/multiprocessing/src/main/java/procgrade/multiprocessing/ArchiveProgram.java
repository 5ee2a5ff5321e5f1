package procgrade.multiprocessing;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import procgrade.multiprocessing.launch.ChildCommand;

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
        String library = ChildCommand.libraryPath().getPath();
        SimpleQueue<Object> tasks = new SimpleQueue<>();
        Queue<Object> results = new Queue<>();
        Lock lock = new Lock();
        Process process = new Process(ArchiveProgram::work, tasks, results, lock, library);
        process.start();
        tasks.put(new int[] {1, 2});
        tasks.put("task");
        Object result = results.get(Duration.ofSeconds(20));
        process.join();
        System.out.println(Runtime.getRuntime().maxMemory());
        System.exit(result == null || process.exitcode() != 0 ? 1 : 0);
    }

    private static void work(SimpleQueue<Object> tasks, Queue<Object> results, Lock lock, String library)
            throws IOException, ReflectiveOperationException {
        loadAsPrograms(new File(library));
        Object first = tasks.get();
        Object second = tasks.get();
        try (Held held = lock.hold()) {
            results.put(first == null ? second : 2.5);
        }
    }

    /**
     * Loads a class as those of programs are loaded, which lie in folders, or in jars with a manifest; and asks for what
     * the JDK asks when it takes the first class out of an archive: the place of the jar.
     */
    private static void loadAsPrograms(File jar) throws IOException, ReflectiveOperationException {
        URL place = jar.toPath().toRealPath().toUri().toURL();
        URL[] path = {jar.getParentFile().toURI().toURL(), place};
        try (URLClassLoader program = new URLClassLoader(path, null)) {
            if (program.getResource(jar.getName()) == null) {
                throw new FileNotFoundException(jar.getPath());
            }
            program.loadClass("procgrade.multiprocessing.Empty");
        }
    }
}
