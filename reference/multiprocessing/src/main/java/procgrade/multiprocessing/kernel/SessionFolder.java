package procgrade.multiprocessing.kernel;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Names, judges and removes the folders of sessions. */
final class SessionFolder {
    private static final String PREFIX = "multiprocessing-";
    private static final File SHARED_MEMORY = new File("/dev/shm");

    private SessionFolder() {}

    static File nameForThisProcess() {
        long pid = OwnPid.VALUE;
        return new File(base(), PREFIX + namespace() + "-" + pid + "-" + startTime(pid));
    }

    private static File base() {
        String chosen = System.getenv(Session.FOLDER_VARIABLE);
        if (chosen != null && !chosen.isEmpty()) {
            return new File(chosen).getAbsoluteFile();
        }
        if (SHARED_MEMORY.isDirectory() && SHARED_MEMORY.canWrite()) {
            return SHARED_MEMORY;
        }
        return new File(System.getProperty("java.io.tmpdir"));
    }

    /** Removes the folders of this pid namespace whose owners were killed. */
    static void sweep() {
        String mine = PREFIX + namespace() + "-";
        String[] names = base().list((parent, name) -> name.startsWith(mine));
        if (names == null) {
            return;
        }
        for (String name : names) {
            File folder = new File(base(), name);
            if (!ownerIsAlive(folder) && isOwn(folder)) {
                delete(folder);
            }
        }
    }

    /** Others may put anything into a folder that all may write: a link to precious files, or their own folder. */
    private static boolean isOwn(File folder) {
        try {
            Path path = folder.toPath();
            return isFolder(folder)
                    && Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(Path.of("/proc/self")));
        } catch (IOException | RuntimeException unknown) {
            return false;
        }
    }

    /** Whether it is itself a folder, not a link to one. */
    private static boolean isFolder(File file) {
        return Files.isDirectory(file.toPath(), LinkOption.NOFOLLOW_LINKS);
    }

    /** A pid alone would not do: the kernel gives it to another process one day. */
    static boolean ownerIsAlive(File folder) {
        String[] parts = folder.getName().split("-");
        if (parts.length != 4) {
            return true;
        }
        try {
            return startTime(Long.parseLong(parts[2])).equals(parts[3]);
        } catch (NumberFormatException notOurs) {
            return true;
        }
    }

    /** Removes a folder with what is in it; links are removed, never followed. */
    static void delete(File folder) {
        File[] files = isFolder(folder) ? folder.listFiles() : null;
        if (files != null) {
            for (File file : files) {
                boolean gone = file.delete();
                if (!gone && isFolder(file)) {
                    delete(file);
                }
            }
        }
        boolean unused = folder.delete();
    }

    /** The inode of the pid namespace, since pids of another one say nothing about who is alive; 0 if unknown. */
    private static String namespace() {
        try {
            return digits(Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString());
        } catch (IOException | RuntimeException unknown) {
            return "0";
        }
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (Character.isDigit(c)) {
                digits.append(c);
            }
        }
        return digits.isEmpty() ? "0" : digits.toString();
    }

    /** Field 22 of {@code /proc/PID/stat} ({@code proc(5)}), counted behind the last bracket of the name; zombies are dead. */
    private static String startTime(long pid) {
        try (FileInputStream in = new FileInputStream("/proc/" + pid + "/stat")) {
            byte[] bytes = new byte[1024];
            int length = Math.max(in.read(bytes), 0);
            String stat = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return "Z".equals(fields[0]) ? "dead" : fields[19];
        } catch (IOException | RuntimeException unknown) {
            boolean alive = ProcessHandle.of(pid).isPresent();
            return alive ? "0" : "dead";
        }
    }
}
