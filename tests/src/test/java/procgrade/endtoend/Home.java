package procgrade.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;

/** A folder in which procgrade lives: that of this build, or a copy in which a test may change things. */
final class Home {
    private static final List<String> MODULES =
            List.of("reference/multiprocessing", "reference/lecture7", "grader", "assignments");

    private final Path folder;

    private Home(Path folder) {
        this.folder = folder;
    }

    /** The folder of this build. */
    static Home ofThisBuild() throws IOException {
        return new Home(Path.of("..").toRealPath());
    }

    /** Copies the launcher, the poms, the lecture's programs and the jars to a folder that does not exist yet. */
    static Home copiedTo(Path folder) throws IOException {
        var original = ofThisBuild();
        var copy = new Home(Files.createDirectories(folder));
        copy.copyFrom(original, "procgrade");
        copy.copyFrom(original, "pom.xml");
        for (String module : MODULES) {
            copy.copyFrom(original, module + "/pom.xml");
        }
        copy.copyAllFrom(original, "reference/lecture7/src/main");
        copy.copyAllFrom(original, "reference/lecture7/python");
        copy.copyFrom(original, "reference/multiprocessing/target/procgrade-multiprocessing.jar");
        copy.copyFrom(original, "reference/lecture7/target/procgrade-lecture7.jar");
        // Maven leaves a jar alone whose classes did not change, so it may be older than a pom.
        Files.setLastModifiedTime(copy.lectureJar(), FileTime.from(Instant.now()));
        return copy;
    }

    /**
     * Copies what {@code check start_join} needs to a folder that does not exist yet, for every user to read. Nothing is
     * out of date in it, because nothing can be built there.
     */
    static Home forEverybody(Path folder) throws IOException {
        var original = ofThisBuild();
        var copy = new Home(Files.createDirectories(folder));
        copy.copyFrom(original, "procgrade");
        copy.copyFrom(original, "pom.xml");
        copy.copyFrom(original, "reference/multiprocessing/target/procgrade-multiprocessing.jar");
        copy.copyFrom(original, "grader/target/procgrade-grader.jar");
        copy.copyAllFrom(original, "grader/target/lib");
        copy.copyAllFrom(original, "assignments/start_join");
        try (var files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
        return copy;
    }

    private void copyAllFrom(Home original, String name) throws IOException {
        try (var files = Files.walk(original.path(name))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                copyFrom(original, original.folder.relativize(file).toString());
            }
        }
    }

    private void copyFrom(Home original, String name) throws IOException {
        if (Files.exists(original.path(name))) {
            Files.createDirectories(path(name).getParent());
            Files.copy(original.path(name), path(name), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /** A file or folder in it. */
    Path path(String name) {
        return folder.resolve(name);
    }

    /** The jar with the lecture's programs. */
    Path lectureJar() {
        return path("reference/lecture7/target/procgrade-lecture7.jar");
    }

    /** Makes a file look as if it had been changed after the build. */
    void change(String name) throws IOException {
        Files.setLastModifiedTime(path(name), FileTime.from(Instant.now().plusSeconds(60)));
    }

    /** The launcher with these arguments; it never builds unless a test removes PROCGRADE_BUILD. */
    Command procgrade(String... arguments) {
        return Command.of(path("procgrade"), List.of(arguments)).with("PROCGRADE_BUILD", "never");
    }

    /** Puts an executable shell script into a folder. */
    static Path script(Path script, String body) throws IOException {
        Files.createDirectories(script.getParent());
        Files.writeString(script, "#!/bin/sh\n" + body + "\n");
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
