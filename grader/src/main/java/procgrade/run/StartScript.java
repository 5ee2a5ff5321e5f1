package procgrade.run;

import java.util.ArrayList;
import java.util.List;
import procgrade.observe.ProcessStat;

/**
 * The small shell that stands between the grader (or the sandbox) and the program: the <em>keeper</em>.
 *
 * <p>It sets limits, forks, and is stopped by its own child before that turns into the program. A stopped parent does
 * not collect its child, so an ended program stays a zombie, whose {@code stat} tells an exit code from a signal, and
 * a sandbox does not end, and take what the program left behind with it, before the grader has looked. Continued, the
 * keeper ends with the program's exit code. A program that continues the keeper gains nothing: it stops itself again.
 *
 * <p>The keeper's own messages, such as {@code Killed}, go nowhere; the program inherits none of its descriptors.
 */
final class StartScript {
    static final String SHELL = "/bin/sh";

    private static final int BYTES_OF_A_BLOCK = 512;

    private final String token;
    private final List<String> prefix;
    private final long fileBytes;
    private final int tasks;

    /**
     * A script.
     *
     * @param token by which the keeper, and the sandbox around it, are recognised
     * @param prefix a program and its options that turns into the program proper, possibly none
     * @param fileBytes the size of the largest file that may be written
     * @param tasks processes and threads of the user that may be there; the kernel does not hold root to it
     */
    StartScript(String token, List<String> prefix, long fileBytes, int tasks) {
        this.token = token;
        this.prefix = List.copyOf(prefix);
        this.fileBytes = fileBytes;
        this.tasks = tasks;
    }

    /**
     * The option for the number of processes is -p in dash and -u in bash. The child goes on only when its parent has
     * really been stopped: one that merely has the signal before it may still collect a child that ends at once. Under
     * strace it is shown as traced ({@code t}), which it may also be on its way there; but then it gets no further.
     */
    private String text() {
        String limits = "ulimit -c 0; ulimit -f " + fileBytes / BYTES_OF_A_BLOCK + "; ulimit -u " + tasks
                + " || ulimit -p " + tasks;
        String stopParent = "kill -s STOP $$; while read -r stat </proc/$$/stat;"
                + " do case $stat in *') T '*|*') t '*) break;; esac; done";
        return "exec 3>&2 2>/dev/null; " + limits + "; (" + stopParent + "; exec 2>&3 3>&-; exec \"$@\");"
                + " code=$?; kill -s STOP $$; exit $code";
    }

    List<String> around(List<String> command) {
        List<String> words = new ArrayList<>(List.of(SHELL, "-c", text(), token));
        words.addAll(prefix);
        words.addAll(command);
        return words;
    }

    /** {@return whether this is the keeper's child and has turned into the program} */
    boolean isProgram(List<String> commandLine) {
        boolean isPrefix = !prefix.isEmpty()
                && commandLine.size() >= prefix.size()
                && commandLine.subList(0, prefix.size()).equals(prefix);
        return !commandLine.isEmpty() && !isKeeper(commandLine) && !isPrefix;
    }

    /** {@return whether this is the keeper, or its child that is still the same shell} */
    boolean isKeeper(List<String> commandLine) {
        return commandLine.size() > 3
                && commandLine.get(0).equals(SHELL)
                && commandLine.get(3).equals(token);
    }

    /**
     * {@return whether the keeper's child could not turn into the program: it ended with a shell's exit code for that,
     * and was the same shell until then}
     *
     * @param mereFork whether the kernel says that it never turned into anything; whatever the program can choose, its
     *     name and what it writes, tells nothing
     */
    static boolean couldNotStart(ProcessStat ended, boolean mereFork) {
        int code = ended.waitStatus().orElse(0) >> 8;
        return mereFork && (code == 126 || code == 127);
    }

    String token() {
        return token;
    }
}
