package procgrade.multiprocessing.programs;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import procgrade.multiprocessing.Process;

/**
 * Prints which archives of classes its child has mapped, without their paths. With an argument the child of a child does,
 * which has got a process of a class of its own, whose globals are the program's, not those of the library's class.
 */
public final class Archived {
    private Archived() {}

    /** A process by inheritance. */
    static final class Thing extends Process implements Serializable {
        private static final long serialVersionUID = 1;

        static int size = 3;

        @Override
        public void run() {
            System.out.println("Thing " + size);
        }
    }

    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            new Process(Archived::child).start().join();
        } else {
            new Process(Archived::parent).start().join();
        }
    }

    private static void parent() {
        Thing.size = 7;
        new Thing().start().join();
        new Process(Archived::child).start().join();
    }

    private static void child() throws IOException {
        try (var maps = Files.lines(Path.of("/proc/self/maps"))) {
            maps.filter(line -> line.endsWith(".jsa") || line.endsWith(".aot"))
                    .map(line -> line.substring(line.lastIndexOf('/') + 1))
                    .filter(name -> name.startsWith("multiprocessing"))
                    .distinct()
                    .forEach(System.out::println);
        }
        System.out.println("child ends");
    }
}
