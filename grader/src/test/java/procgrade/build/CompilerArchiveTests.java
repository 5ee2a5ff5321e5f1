package procgrade.build;

import static org.assertj.core.api.Assertions.assertThat;
import static procgrade.build.BuildFixture.built;
import static procgrade.build.BuildFixture.failed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompilerArchiveTests {
    @TempDir
    private Path temporary;

    private BuildFixture fixture;

    @BeforeEach
    void makeFixture() throws IOException {
        fixture = new BuildFixture(temporary);
    }

    @AfterEach
    void forget() {
        System.clearProperty(Javac.ARCHIVE);
        System.clearProperty(Javac.RECORD);
    }

    @Test
    void compiling_leaves_an_archive_of_the_compiler_when_that_is_asked_for() {
        Path archive = temporary.resolve("compiler archive");
        System.setProperty(Javac.RECORD, archive.toString());
        fixture.file("PiMw.java", "class PiMw { public static void main(String[] args) {} }");

        assertThat(built(fixture.java()).notices()).isEmpty();

        assertThat(archive).isNotEmptyFile();
    }

    @Test
    void a_damaged_archive_changes_nothing_in_what_the_compiler_says() throws IOException {
        Path archive = Files.writeString(temporary.resolve("archive"), "no archive");
        System.setProperty(Javac.ARCHIVE, archive.toString());
        fixture.file("PiMw.java", "class PiMw { public static void main(String[] args) { int i = \"\"; } }");

        assertThat(failed(fixture.java()).rationale()).isEqualTo("does not compile: 1 error, in PiMw.java:1");
    }
}
