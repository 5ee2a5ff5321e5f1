package procgrade.multiprocessing.launch;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A jar with those classes of the library that every child needs. An archive is only valid if the jar it was recorded
 * from is the first on the class path, and there the JDK looks for each class of the program first; to open the whole
 * library, of which it reads the names of all entries, takes a child a millisecond longer. There is no manifest, because
 * that would be read in each child.
 */
final class ChildClasses {
    private static final String LIBRARY = "procgrade/multiprocessing/";

    /** By the origin of these a process that starts others knows where the library is. */
    private static final String STARTING = LIBRARY + "launch/";

    private ChildClasses() {}

    /**
     * Packs the jar.
     *
     * @param loaded the list of classes that a child has loaded, as the JDK writes it
     * @param library the jar to take them from
     * @param jar to be written
     * @throws IOException if one of them cannot be read, or the jar not be written
     */
    static void pack(File loaded, File library, File jar) throws IOException {
        try (ZipFile from = new ZipFile(library);
                ZipOutputStream to = new ZipOutputStream(new FileOutputStream(jar))) {
            for (String name : names(loaded)) {
                ZipEntry entry = from.getEntry(name + ".class");
                if (entry != null) {
                    to.putNextEntry(new ZipEntry(entry.getName()));
                    from.getInputStream(entry).transferTo(to);
                }
            }
        }
    }

    /** A line begins with the name of a class and says more about it after a space. */
    private static Set<String> names(File loaded) throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<String> lines = Files.lines(loaded.toPath())) {
            lines.map(line -> line.split(" ", 2)[0])
                    .filter(name -> name.startsWith(LIBRARY) && !name.startsWith(STARTING))
                    .forEach(names::add);
        }
        return names;
    }
}
