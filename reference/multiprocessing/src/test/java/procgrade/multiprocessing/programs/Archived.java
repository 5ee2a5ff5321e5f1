package procgrade.multiprocessing.programs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import procgrade.multiprocessing.Process;

/** Prints which archives of classes its child has mapped, without their paths. */
public final class Archived {
    private Archived() {}

    public static void main(String[] arguments) {
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
