package procgrade.engine;

import java.io.IOException;
import java.nio.file.Path;

/** A process that has the machine, alone or with others, until its input ends. */
final class LockHolder {
    private LockHolder() {}

    /**
     * Takes it, says so, and waits.
     *
     * @param arguments the file, and {@code alone} or {@code shared}
     * @throws IOException if the input cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        FileMachineLock lock = new FileMachineLock(Path.of(arguments[0]));
        if (arguments[1].equals("alone")) {
            lock.seize(() -> false);
        } else {
            lock.share(() -> false);
        }
        System.out.println("held");
        System.out.flush();
        int unused = System.in.read();
    }
}
