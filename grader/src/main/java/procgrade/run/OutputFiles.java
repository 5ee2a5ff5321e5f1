package procgrade.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The files that a program's standard streams are.
 *
 * @param stdin what it reads
 * @param stdout what it writes
 * @param stderr what it complains
 */
record OutputFiles(Path stdin, Path stdout, Path stderr) {
    private static final int FIRST_LINE_BYTES = 4096;
    private static final long TOO_FULL_BYTES = 1 << 16;

    /** Makes them afresh, those of an earlier run are overwritten. */
    static OutputFiles create(RunSpec spec) throws IOException {
        Path folder = Files.createDirectories(spec.output().toAbsolutePath());
        OutputFiles files = new OutputFiles(
                folder.resolve("stdin.txt"), folder.resolve("stdout.txt"), folder.resolve("stderr.txt"));
        Files.writeString(files.stdin, spec.input());
        Files.writeString(files.stdout, "");
        Files.writeString(files.stderr, "");
        return files;
    }

    long bytes() {
        return size(stdout) + size(stderr);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException vanished) {
            return 0;
        }
    }

    /** Both together get the limit; the shorter one keeps all it has, up to half of it. */
    void cutTo(long limit) throws IOException {
        long half = limit / 2;
        long out = Math.min(size(stdout), Math.max(half, limit - size(stderr)));
        cut(stdout, out);
        cut(stderr, limit - out);
    }

    private static void cut(Path file, long bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(bytes);
        }
    }

    /** {@return the first line of standard error that is not blank, possibly empty} */
    String complaint() {
        try (var in = Files.newInputStream(stderr)) {
            return new String(in.readNBytes(FIRST_LINE_BYTES), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .findFirst()
                    .orElse("");
        } catch (IOException vanished) {
            return "";
        }
    }

    boolean isDiskFull() {
        try {
            return Files.getFileStore(stdout).getUsableSpace() < TOO_FULL_BYTES;
        } catch (IOException unknown) {
            return false;
        }
    }
}
