package procgrade.submission;

import java.util.Set;

/** Names of files and folders that tools leave behind and that nobody means to hand in. */
public final class Leftovers {
    private static final Set<String> NAMES =
            Set.of("__MACOSX", "target", "__pycache__", "node_modules", "Thumbs.db", "desktop.ini");

    private Leftovers() {}

    /**
     * Whether a path leads through such a name; hidden ones, such as .git, .idea, .venv and .DS_Store, are.
     *
     * @param path with {@code /} between names
     * @return whether no submission has this file or folder
     */
    public static boolean contain(String path) {
        for (String name : path.split("/", -1)) {
            if (NAMES.contains(name) || name.startsWith(".")) {
                return true;
            }
        }
        return path.endsWith(".class") || path.endsWith(".pyc");
    }
}
