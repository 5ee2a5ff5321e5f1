package procgrade.run;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import procgrade.observe.EnvironmentMark;
import procgrade.observe.KeptFile;
import procgrade.observe.KernelUnits;
import procgrade.observe.Observed;
import procgrade.observe.ProcFs;
import procgrade.observe.ProcessRole;
import procgrade.observe.ProcessStat;

/** The few facts about processes that running them needs, read from {@code /proc}. */
final class ProcessTable {
    private static final int MOST_PROCESSES = 1 << 22;
    private static final int COMMAND_LINE_BYTES = 1 << 17;

    // the fields flags and cminflt of proc_pid_stat(5), counted from the one after the name
    private static final int FLAGS = 6;
    private static final int FAULTS_OF_CHILDREN = 8;

    /** {@code PF_FORKNOEXEC} of the kernel's {@code linux/sched.h}. */
    private static final long FORKED_BUT_NOT_EXECUTED = 0x40;

    private final ProcFs proc;
    private final KernelUnits units;

    ProcessTable(ProcFs proc) {
        this.proc = proc;
        this.units = KernelUnits.read(proc);
    }

    List<ProcessStat> all() {
        List<ProcessStat> stats = new ArrayList<>();
        for (long pid : proc.numbers("", MOST_PROCESSES).toOptional().orElse(List.of())) {
            stat(pid).ifPresent(stats::add);
        }
        return stats;
    }

    Optional<ProcessStat> stat(long pid) {
        return proc.read(pid + "/stat", ProcessStat.LIMIT_BYTES)
                .parse(content -> ProcessStat.parse(content, units))
                .toOptional();
    }

    /** {@return whether a process has collected the exit code of a child; the kernel adds that one's page faults to it} */
    boolean hasCollectedChildren(long pid) {
        return field(pid, FAULTS_OF_CHILDREN)
                .filter(faults -> !faults.equals("0"))
                .isPresent();
    }

    /**
     * {@return whether a process, perhaps a zombie, is known to be a mere copy of the one that forked it: that it has
     * never turned into another program} The kernel remembers that, and no program can change it.
     */
    boolean isMereFork(long pid) {
        return field(pid, FLAGS)
                .filter(flags -> flags.matches("[0-9]{1,18}"))
                .filter(flags -> (Long.parseLong(flags) & FORKED_BUT_NOT_EXECUTED) != 0)
                .isPresent();
    }

    private Optional<String> field(long pid, int index) {
        return proc.read(pid + "/stat", ProcessStat.LIMIT_BYTES).toOptional().flatMap(stat -> {
            String content = new String(stat, StandardCharsets.ISO_8859_1);
            String[] fields =
                    content.substring(content.lastIndexOf(')') + 1).trim().split(" ", -1);
            return index < fields.length ? Optional.of(fields[index]) : Optional.empty();
        });
    }

    /** That of its first thread says the same of its state, and costs less: nothing is summed up over all threads. */
    KeptFile keepStat(long pid) {
        return proc.keep(pid + "/task/" + pid + "/stat", ProcessStat.LIMIT_BYTES);
    }

    /** {@return whether the process of a kept {@code stat} is over, or gone altogether} */
    boolean isOver(KeptFile stat) {
        Observed<byte[]> read = stat.read();
        if (read.isKnown() && !mayBeOver(read.value())) {
            return false;
        }
        return read.parse(content -> ProcessStat.parse(content, units))
                .toOptional()
                .map(ProcessTable::isOver)
                .orElse(true);
    }

    /** By the letter after the name, without looking at the rest: this is asked hundreds of times a second. */
    private static boolean mayBeOver(byte[] stat) {
        for (int i = stat.length - 3; i > 0; i--) {
            if (stat[i] == ')') {
                return stat[i + 2] == 'Z' || stat[i + 2] == 'X' || stat[i + 2] == 'x';
            }
        }
        return true;
    }

    /**
     * Whether nothing of a process can run any more. A process is a zombie as soon as its first thread has ended, while
     * others may go on; those still count in its number of threads.
     */
    static boolean isOver(ProcessStat stat) {
        return stat.state().hasEnded() && stat.threads() <= 1;
    }

    List<Long> children(long pid) {
        Observed<byte[]> listed = proc.read(pid + "/task/" + pid + "/children", COMMAND_LINE_BYTES);
        if (!listed.isKnown()) {
            // a kernel without CONFIG_PROC_CHILDREN
            return all().stream()
                    .filter(stat -> stat.parentPid() == pid)
                    .map(ProcessStat::pid)
                    .toList();
        }
        List<Long> pids = new ArrayList<>();
        for (String word :
                new String(listed.value(), StandardCharsets.US_ASCII).strip().split(" ", -1)) {
            if (!word.isEmpty()) {
                pids.add(Long.parseLong(word));
            }
        }
        return pids;
    }

    /** {@return the words that the process was started with; none for a zombie} */
    List<String> commandLine(long pid) {
        byte[] line =
                proc.read(pid + "/cmdline", COMMAND_LINE_BYTES).toOptional().orElse(new byte[0]);
        if (line.length == 0) {
            return List.of();
        }
        int length = line[line.length - 1] == 0 ? line.length - 1 : line.length;
        return List.of(new String(line, 0, length, StandardCharsets.UTF_8).split("\0", -1));
    }

    boolean carries(long pid, EnvironmentMark mark) {
        Observed<byte[]> environ = proc.read(pid + "/environ", EnvironmentMark.LIMIT_BYTES);
        return environ.isKnown() && mark.isIn(environ.value());
    }

    ProcessRole role(ProcessStat stat) {
        return ProcessRole.guess(commandLine(stat.pid()), stat.name());
    }
}
