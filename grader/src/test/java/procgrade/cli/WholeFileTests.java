package procgrade.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeFileTests {
    @TempDir
    private Path folder;

    private static UserFault faultOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable code) {
        return assertThatExceptionOfType(UserFault.class).isThrownBy(code).actual();
    }

    @Test
    void a_file_is_replaced_and_nothing_else_is_left_in_its_folder() throws IOException {
        Path file = Files.writeString(folder.resolve("report.xml"), "old and longer");

        WholeFile.write(file, "new ü");

        assertThat(file).hasContent("new ü");
        assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void a_new_file_is_as_readable_as_what_the_user_makes_otherwise() throws IOException {
        Path otherwise = Files.writeString(folder.resolve("otherwise.txt"), "text");
        Path file = folder.resolve("report.xml");

        WholeFile.write(file, "text");

        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(otherwise));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "rw-rw-r--"})
    void a_file_that_is_replaced_stays_as_readable_as_it_was(String rights) throws IOException {
        Path file = Files.writeString(folder.resolve("report.xml"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));

        WholeFile.write(file, "new");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo(rights);
    }

    @Test
    void behind_a_link_the_file_is_replaced_and_not_the_link() throws IOException {
        Path file = Files.writeString(folder.resolve("report.xml"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("latest.xml"), file.getFileName());

        WholeFile.write(link, "new");

        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
    }

    @Test
    void a_device_is_written_to_and_stays_a_device() {
        Path nowhere = Path.of("/dev/null");

        WholeFile.requireWritable(nowhere);
        WholeFile.write(nowhere, "text");

        assertThat(Files.isRegularFile(nowhere)).isFalse();
    }

    @Test
    void a_full_disk_is_a_fault_of_the_machine() {
        UserFault fault = faultOf(() -> WholeFile.write(Path.of("/dev/full"), "text"));

        assertThat(fault).hasMessage("cannot write /dev/full: no space left on device");
        assertThat(fault.exitCode()).isEqualTo(ExitCode.ENVIRONMENT_UNFIT);
    }

    @Test
    void a_folder_that_does_not_exist_is_found_out_before_the_work_begins() {
        Path file = folder.resolve("missing/report.xml");

        assertThat(faultOf(() -> WholeFile.requireWritable(file))).hasMessage("there is no folder " + file.getParent());
        assertThat(faultOf(() -> WholeFile.requireWritable(folder))).hasMessage(folder + " is a folder");
        WholeFile.requireWritable(folder.resolve("new.xml"));
    }

    @Test
    void why_a_file_cannot_be_written_is_said_in_words() {
        assertThat(WholeFile.cannotWrite(Path.of("a"), new AccessDeniedException("/x/a")))
                .hasMessage("cannot write a: permission denied");
        assertThat(WholeFile.cannotWrite(Path.of("a"), new FileSystemException("/x/a", null, "Read-only file system")))
                .hasMessage("cannot write a: read-only file system");
        assertThat(WholeFile.cannotWrite(Path.of("a"), new IOException("No space left on device")))
                .hasMessage("cannot write a: no space left on device");
    }
}
