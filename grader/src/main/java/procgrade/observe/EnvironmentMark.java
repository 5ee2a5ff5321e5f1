package procgrade.observe;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An environment variable that all processes of one run have inherited. By it a process is still recognised after
 * its parent has died and the kernel has given it another one. A program that starts its children with a new
 * environment escapes; only a pid namespace holds those.
 *
 * @param name of the variable, not empty, without {@code =}
 * @param value its value; anything that no other run has
 */
public record EnvironmentMark(String name, String value) {

    /** As much of {@code /proc/PID/environ} as is worth reading. */
    public static final int LIMIT_BYTES = 1 << 20;

    /** Checks the name. */
    public EnvironmentMark {
        if (name.isEmpty() || name.indexOf('=') >= 0) {
            throw new IllegalArgumentException("not the name of an environment variable: '" + name + "'");
        }
    }

    /**
     * Looks for the variable in {@code /proc/PID/environ}, proc_pid_environ(5): strings ended by NUL.
     *
     * @param environ the content of that file
     * @return whether the variable is there with exactly this value
     */
    public boolean isIn(byte[] environ) {
        byte[] wanted = (name + '=' + value).getBytes(StandardCharsets.UTF_8);
        int start = 0;
        for (int i = 0; i <= environ.length; i++) {
            if (i == environ.length || environ[i] == 0) {
                if (Arrays.equals(environ, start, i, wanted, 0, wanted.length)) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }
}
