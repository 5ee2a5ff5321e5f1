package procgrade.multiprocessing.kernel;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Makes named pipes in batches, since the JDK has no mkfifo(3) and a process for each would cost 10 ms.
 *
 * <p>Unused pipes lie in the session's folder as {@code free-…}; any process claims one by renaming it,
 * which only one can do.
 */
final class FifoSupply {
    private static final int BATCH = 48;
    private static final String PREFIX = "free-";

    private final File folder;
    private final Deque<String> known = new ArrayDeque<>();
    private int batches;

    private FifoSupply(File folder) {
        this.folder = folder;
    }

    /** Makes the session's folder and its first pipes with one process. */
    static FifoSupply createWithFolder(File folder) {
        FifoSupply supply = new FifoSupply(folder);
        supply.make("mkdir \"$0\" && cd \"$0\" && exec mkfifo \"$@\"", "make the folder for pipes " + folder, true);
        return supply;
    }

    /** Uses the supply of a session that is there already. */
    static FifoSupply in(File folder) {
        return new FifoSupply(folder);
    }

    /** Gives a pipe its name and returns its path. */
    synchronized File claim(String name) {
        File target = new File(folder, name);
        while (true) {
            String candidate = known.poll();
            if (candidate == null) {
                refill();
            } else if (new File(folder, candidate).renameTo(target)) {
                return target;
            } else if (new File(folder, candidate).exists()) {
                throw Faults.cannot("name a pipe " + target, "its folder must stay writable while a program runs");
            }
        }
    }

    private void refill() {
        String[] unused = folder.list((parent, name) -> name.startsWith(PREFIX));
        if (unused == null) {
            throw Faults.cannot(
                    "make a pipe in " + folder, "the folder is gone; do not remove it while a program runs");
        }
        if (unused.length > 0) {
            known.addAll(List.of(unused));
        } else {
            make("cd \"$0\" && exec mkfifo \"$@\"", "make pipes in " + folder, false);
        }
    }

    private void make(String script, String action, boolean makesFolder) {
        List<String> names = new ArrayList<>(BATCH);
        String batch = PREFIX + OwnPid.VALUE + "-" + batches++ + "-";
        for (int i = 0; i < BATCH; i++) {
            names.add(batch + i);
        }
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "umask 077 && " + script, folder.getPath()));
        command.addAll(names);
        String complaint = run(command, action);
        if (!complaint.isEmpty()) {
            throw Faults.cannot(action, makesFolder ? complaint + wayOut(complaint) : complaint);
        }
        known.addAll(names);
    }

    private static String wayOut(String complaint) {
        boolean noFolder = complaint.endsWith("No such file or directory") || complaint.endsWith("Not a directory");
        return noFolder ? "; name a folder that exists in " + Session.FOLDER_VARIABLE : "";
    }

    private static String run(List<String> command, String action) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("LC_ALL", "C");
            builder.directory(new File("/"));
            Process process = builder.start();
            process.getOutputStream().close();
            String output = readAll(process.getInputStream());
            int code = process.waitFor();
            return code == 0 ? "" : reason(output, code);
        } catch (IOException e) {
            throw Faults.cannot(action, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Faults.cannot(action, "interrupted while mkfifo ran");
        }
    }

    private static String reason(String output, int code) {
        if (code == 127) {
            return "the program mkfifo is not on the PATH; install coreutils (or busybox)";
        }
        String first = output.lines().findFirst().orElse("mkfifo ended with exit code " + code);
        return first.replaceFirst("^[^:]*: (\\d+: )?", "");
    }

    /** Not {@code readAllBytes}: it fails with "illegal seek" on pipes of some JDK 17 builds. */
    private static String readAll(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[1024];
        for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
            all.write(buffer, 0, n);
        }
        return all.toString(StandardCharsets.UTF_8);
    }
}
