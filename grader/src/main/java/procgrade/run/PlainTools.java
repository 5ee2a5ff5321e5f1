package procgrade.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import procgrade.observe.ProcessStarts;

/**
 * Two small programs of util-linux that make processes safer, where they are there.
 *
 * @param ownSession gives a program a session of its own, so that a signal to its process group does not hit the
 *     grader, nor the other way round; possibly empty
 * @param endsWithParent has a process killed when its parent ends; possibly empty
 */
public record PlainTools(List<String> ownSession, List<String> endsWithParent) {
    private static final long SECONDS = 10;

    /** Copies the lists. */
    public PlainTools {
        ownSession = List.copyOf(ownSession);
        endsWithParent = List.copyOf(endsWithParent);
    }

    private static final class Cached {
        static final PlainTools TOOLS =
                new PlainTools(usable(List.of("setsid")), usable(List.of("setpriv", "--pdeathsig", "KILL")));

        private Cached() {}
    }

    /** {@return those of this machine, found out by trying them; asked again, the answer is the same} */
    public static PlainTools ofThisMachine() {
        return Cached.TOOLS;
    }

    private static List<String> usable(List<String> command) {
        try {
            Process process = ProcessStarts.start(new ProcessBuilder(with(command, "true"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD));
            boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            return ended && process.exitValue() == 0 ? command : List.of();
        } catch (IOException missing) {
            return List.of();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static List<String> with(List<String> command, String last) {
        List<String> words = new ArrayList<>(command);
        words.add(last);
        return words;
    }
}
