package procgrade.standstill;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import procgrade.observe.DescriptorKind;
import procgrade.observe.ObservedProcess;
import procgrade.observe.ThreadWait;
import procgrade.observe.WaitKind;

/**
 * Looks for what may end a wait without showing in {@code /proc}: alarm(2), setitimer(2), and the time limits of sockets.
 * Java has none of them, nor have shells and the usual filters. A Python program that has one must have written it
 * somewhere, so its sources are searched for the words. Any other program may have them.
 */
final class HiddenTimers {
    private static final Set<String> WITHOUT_TIMERS = Set.of(
            "java",
            "jspawnhelper",
            "bwrap",
            "sh",
            "dash",
            "bash",
            "cat",
            "cut",
            "env",
            "false",
            "grep",
            "head",
            "sed",
            "seq",
            "sleep",
            "sort",
            "tail",
            "tee",
            "tr",
            "true",
            "uniq",
            "wc",
            "xargs",
            "yes");

    private final TreeFacts facts;
    private final ProgramFiles files;

    HiddenTimers(TreeFacts facts, ProgramFiles files) {
        this.facts = facts;
        this.files = files;
    }

    /** What a program may use; a process keeps its alarm when it becomes another program. */
    private enum Clue {
        ALARM("alarm|setitimer"),
        SOCKET_LIMIT("setsockopt|SO_RCVTIMEO|SO_SNDTIMEO"),
        ANYTHING("ctypes|cffi|importlib|__import__|runpy|sys\\.path|\\bexec *\\(");

        private final Pattern words;

        Clue(String words) {
            this.words = Pattern.compile(words);
        }
    }

    /** {@return the waiters; those that may wake up by a hidden timer are no longer blocked} */
    List<Waiter> check(List<Waiter> waiters) {
        Set<ObservedProcess> suspects = new HashSet<>();
        Set<Clue> clues = clues(suspects);
        List<Waiter> checked = new ArrayList<>();
        for (Waiter waiter : waiters) {
            boolean alarm = clues.contains(Clue.ALARM) && !facts.ignores(waiter.process(), WakeRules.SIGALRM);
            boolean limit = clues.contains(Clue.SOCKET_LIMIT)
                    && isOnSocket(waiter.thread().activity());
            boolean anything = clues.contains(Clue.ANYTHING) || suspects.contains(waiter.process());
            boolean blocked = waiter.fate() == Fate.BLOCKED;
            checked.add(blocked && (alarm || limit || anything) ? waiter.with(Fate.TIMED) : waiter);
        }
        return checked;
    }

    /** Processes of the grader itself, which have none, need not be known: they are not blocked but internal. */
    private Set<Clue> clues(Set<ObservedProcess> suspects) {
        Set<Clue> clues = new HashSet<>();
        boolean python = false;
        boolean anyScript = false;
        for (ObservedProcess process : facts.tree().processes()) {
            String program = facts.program(process);
            if (process.hasEnded() || WITHOUT_TIMERS.contains(program)) {
                continue;
            }
            if (!program.startsWith("python")) {
                suspects.add(process);
                continue;
            }
            Optional<List<String>> sources = PythonSources.of(files, process);
            python = true;
            anyScript |= sources.isPresent() && !sources.get().isEmpty();
            clues.addAll(sources.map(HiddenTimers::cluesIn).orElse(Set.of(Clue.ANYTHING)));
        }
        if (python && !anyScript) {
            clues.add(Clue.ANYTHING);
        }
        return clues;
    }

    private static Set<Clue> cluesIn(List<String> sources) {
        Set<Clue> clues = new HashSet<>();
        for (Clue clue : Clue.values()) {
            if (sources.stream().anyMatch(text -> clue.words.matcher(text).find())) {
                clues.add(clue);
            }
        }
        return clues;
    }

    private static boolean isOnSocket(ThreadWait wait) {
        boolean transfers = wait.kind() == WaitKind.READING || wait.kind() == WaitKind.WRITING;
        return transfers
                && wait.on().filter(on -> on.kind() == DescriptorKind.SOCKET).isPresent();
    }
}
