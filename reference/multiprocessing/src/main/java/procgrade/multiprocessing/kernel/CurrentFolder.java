package procgrade.multiprocessing.kernel;

import java.io.File;

/** The folder that this process was started in: without it, neither a child nor the JDK's file systems can start. */
public final class CurrentFolder {
    private CurrentFolder() {}

    /**
     * Makes sure that the folder still exists.
     *
     * @param action what is about to be done, for the message
     * @throws java.io.UncheckedIOException if it does not
     */
    public static void require(String action) {
        File folder = new File(System.getProperty("user.dir"));
        if (!folder.isDirectory()) {
            throw Faults.cannot(
                    action,
                    "the current folder " + folder + " is gone; change to one that exists and start the program again");
        }
    }
}
