package procgrade.multiprocessing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Packs compiled classes as a user's build would. */
final class Jars {
    private Jars() {}

    /** The library's classes and the tests' programs in one temporary jar, which the caller deletes. */
    static Path ofProgram() throws IOException {
        return pack(new Manifest(), Program.origin(Process.class), Program.origin(Program.class));
    }

    /** The same for {@code java -jar}. */
    static Path ofProgram(Class<?> main) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main.getName());
        return pack(manifest, Program.origin(Process.class), Program.origin(Program.class));
    }

    /** The library's classes alone. */
    static Path ofLibrary() throws IOException {
        return pack(new Manifest(), Program.origin(Process.class));
    }

    private static Path pack(Manifest manifest, Path... folders) throws IOException {
        Path jar = Files.createTempFile("packed-", ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (Path folder : folders) {
                add(folder, out);
            }
        }
        return jar;
    }

    private static void add(Path folder, JarOutputStream out) throws IOException {
        List<Path> files;
        try (var all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().endsWith(".class")).toList();
        }
        for (Path file : files) {
            out.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
            Files.copy(file, out);
            out.closeEntry();
        }
    }
}
