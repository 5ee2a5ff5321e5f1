import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;

/**
 * Another virtual machine sleeps with the lock of a file.
 *
 * pattern: late
 * expect: lives
 */
class FileLocked {
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length > 0) {
            try (RandomAccessFile file = new RandomAccessFile(args[0], "rw")) {
                file.getChannel().lock();
                System.out.println("locked");
                Thread.sleep(2500);
            }
            return;
        }
        File path = File.createTempFile("locked", "");
        String java = System.getProperty("java.home") + "/bin/java";
        Process child = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), "FileLocked", path.toString())
                .start();
        child.inputReader().readLine();
        try (RandomAccessFile file = new RandomAccessFile(path, "rw")) {
            file.getChannel().lock();
        }
        path.delete();
    }
}
