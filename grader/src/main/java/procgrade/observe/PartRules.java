package procgrade.observe;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import procgrade.observe.ProcessRecord.Part;
import procgrade.observe.ProcessRole.Kind;

/**
 * Which part a process plays in a program; the rules are explained in {@code docs/observing.md}. Pure functions of
 * command lines, parents, and what was used.
 */
final class PartRules {
    private static final String LIBRARY_PACKAGE = "procgrade.multiprocessing.";
    private static final String LIBRARY_PIPE = "free-";
    private static final String SET_CAPACITY = "1031";
    /** Programs that are executed for one call: each takes some milliseconds, and on a busy machine far longer. */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(5);

    private static final Duration MOST_CPU_OF_CALL = Duration.ofMillis(500);

    /** An interpreter with the modules of the program, or a virtual machine that records an archive of its classes. */
    private static final Duration MOST_CPU_OF_HELPER = Duration.ofSeconds(3);

    private static final Set<String> VERSION_OPTIONS =
            Set.of("-V", "-VV", "--version", "-version", "-showversion", "--help", "-h", "-XshowSettings");

    private PartRules() {}

    /**
     * A process and what matters about it.
     *
     * @param role what its last command line looks like
     * @param commandLine the last one
     * @param inExec whether that is still the one of its parent, since it was not seen any later
     * @param cpu processor time that it used
     * @param life how long it lived; zero if its end was not seen
     */
    record Member(ProcessRole role, List<String> commandLine, boolean inExec, Duration cpu, Duration life) {
        /** A command line can be chosen, what a process used cannot. */
        boolean isLikeCall() {
            return cpu.compareTo(MOST_CPU_OF_CALL) <= 0 && life.compareTo(LONGEST_CALL) <= 0;
        }

        boolean isLikeHelper() {
            return cpu.compareTo(MOST_CPU_OF_HELPER) <= 0;
        }
    }

    /**
     * The part of a process that is not the master.
     *
     * @param process it
     * @param parent the process it was born of, if that is known
     * @param master the program's first process
     */
    static Part of(Member process, Optional<Member> parent, Member master) {
        Kind kind = process.role().kind();
        boolean calls = process.inExec() || kind == Kind.JAVA_HELPER || isToolOfLibrary(process, parent);
        if (calls && process.isLikeCall() || isMachinery(process) && process.isLikeHelper()) {
            return Part.HELPER;
        }
        return switch (kind) {
            case JAVA_WORKER, PYTHON_WORKER -> Part.WORKER;
            // the children of the fork server have its command line, being forks of it
            case PYTHON_HELPER ->
                parent.filter(PartRules::isForkServer).isPresent() || !process.isLikeHelper()
                        ? ofProgram(process, master)
                        : Part.HELPER;
            case JAVA, PYTHON -> ofProgram(process, master);
            case JAVA_HELPER, SANDBOX, OTHER -> Part.OTHER;
        };
    }

    private static Part ofProgram(Member process, Member master) {
        return isSameFamily(process, master) ? Part.WORKER : Part.OTHER;
    }

    private static boolean isForkServer(Member process) {
        return process.role().kind() == Kind.PYTHON_HELPER
                && process.role().label().endsWith("fork server");
    }

    private static boolean isSameFamily(Member process, Member master) {
        return process.role().isJava() == master.role().isJava()
                && process.role().isPython() == master.role().isPython();
    }

    /** A virtual machine or interpreter that is only asked for its version, or records an archive of classes. */
    private static boolean isMachinery(Member process) {
        ProcessRole role = process.role();
        if (!role.isJava() && !role.isPython()) {
            return false;
        }
        List<String> arguments =
                process.commandLine().subList(1, process.commandLine().size());
        boolean asksOnly = !arguments.isEmpty() && arguments.stream().allMatch(word -> word.startsWith("-"));
        return asksOnly && arguments.stream().anyMatch(PartRules::asksForVersion)
                || arguments.contains(LIBRARY_PACKAGE + "ArchiveProgram");
    }

    private static boolean asksForVersion(String argument) {
        return VERSION_OPTIONS.contains(argument.replaceFirst(":.*", ""));
    }

    /** Java can neither make a named pipe nor set its capacity, so the library has programs do it. */
    private static boolean isToolOfLibrary(Member process, Optional<Member> parent) {
        List<String> words = process.commandLine();
        if (words.isEmpty() || parent.filter(born -> born.role().isJava()).isEmpty()) {
            return false;
        }
        String program = words.get(0).substring(words.get(0).lastIndexOf('/') + 1);
        return switch (program) {
            case "mkfifo" -> words.size() > 1 && words.stream().skip(1).allMatch(word -> word.startsWith(LIBRARY_PIPE));
            case "sh" ->
                words.size() > 4
                        && words.get(2).contains("mkfifo")
                        && words.get(4).startsWith(LIBRARY_PIPE);
            default -> isInterpreter(program) && setsCapacity(words);
        };
    }

    private static boolean isInterpreter(String program) {
        return program.equals("perl") || program.startsWith("python");
    }

    /** The number is that of {@code F_SETPIPE_SZ}. */
    private static boolean setsCapacity(List<String> words) {
        return words.size() > 3
                && words.stream().anyMatch(word -> word.contains("fcntl") && word.contains(SET_CAPACITY))
                && words.get(words.size() - 2).contains("/multiprocessing-");
    }
}
