package procgrade.observe;

import java.util.ArrayList;
import java.util.List;

/** The words of {@code /proc/PID/cmdline}, proc_pid_cmdline(5): strings ended by NUL, the last one perhaps not. */
final class CommandLine {
    static final int LIMIT_BYTES = 16 * 1024;

    private CommandLine() {}

    static List<String> words(byte[] commandLine) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < commandLine.length; i++) {
            if (commandLine[i] == 0) {
                words.add(Printable.of(commandLine, start, i));
                start = i + 1;
            }
        }
        if (start < commandLine.length) {
            words.add(Printable.of(commandLine, start, commandLine.length));
        }
        return words;
    }
}
