package procgrade.observe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import procgrade.observe.PartRules.Member;
import procgrade.observe.ProcessRecord.Part;

/** Makes a census of what was seen. */
final class CensusTaker {
    private static final String SAMPLING = "sampling of /proc";
    private static final Comparator<SeenProcess> BY_START =
            Comparator.comparing(SeenProcess::startedAfterBoot).thenComparing(SeenProcess::firstSeen);

    private final long programPid;
    private final List<SeenProcess> seen;
    private final boolean complete;

    /**
     * A census of one run.
     *
     * @param programPid pid of the program's first process
     * @param seen the processes of the program
     * @param complete whether no limit was reached
     */
    CensusTaker(long programPid, List<SeenProcess> seen, boolean complete) {
        this.programPid = programPid;
        this.seen = seen.stream()
                .sorted(Comparator.comparing((SeenProcess process) -> process.pid() != programPid)
                        .thenComparing(BY_START)
                        .thenComparing(SeenProcess::pid))
                .toList();
        this.complete = complete;
    }

    Census take() {
        if (seen.isEmpty()) {
            return new Census(List.of(), List.of(SAMPLING), List.of(), false, complete);
        }
        List<ProcessRecord> records = new ArrayList<>();
        Map<Long, Member> members = new HashMap<>();
        Map<Long, String> names = new HashMap<>();
        Duration beginning = seen.get(0).startedAfterBoot();
        Member master = member(seen.get(0), Optional.empty());
        int workers = 0;
        for (SeenProcess process : seen) {
            Optional<Member> parent = Optional.ofNullable(members.get(process.parentPid()));
            boolean fork = process.name().equals(names.get(process.parentPid()));
            Member member = member(
                    process,
                    parent.filter(born -> fork || !process.commandLine().isEmpty()));
            members.put(process.pid(), member);
            names.put(process.pid(), process.name());
            Part part = process.pid() == programPid && records.isEmpty()
                    ? Part.MASTER
                    : PartRules.of(member, parent, master);
            workers += part == Part.WORKER ? 1 : 0;
            records.add(record(process, member, part, part == Part.WORKER ? workers : 0, beginning));
        }
        return new Census(records, List.of(SAMPLING), List.of(), false, complete);
    }

    /** One that ended before its command line was read is taken for a fork of its parent if it has the same name. */
    private static Member member(SeenProcess process, Optional<Member> parent) {
        List<String> commandLine = process.commandLine();
        if (commandLine.isEmpty() && parent.isPresent()) {
            commandLine = parent.get().commandLine();
        }
        ProcessRole role = ProcessRole.guess(commandLine, process.name());
        // a virtual machine never forks without executing a program, and if that is one it soon has threads
        boolean forkedByJava = role.isJava()
                && process.mostThreads() <= 1
                && parent.isPresent()
                && parent.get().commandLine().equals(commandLine);
        return new Member(role, commandLine, process.inExec() || forkedByJava);
    }

    private static ProcessRecord record(SeenProcess process, Member member, Part part, int number, Duration beginning) {
        Duration started = process.startedAfterBoot().minus(beginning);
        return new ProcessRecord(
                process.pid(),
                part == Part.MASTER ? 0 : process.parentPid(),
                part,
                number,
                member.role(),
                member.commandLine(),
                started.isNegative() ? Duration.ZERO : earlier(started, process.firstSeen()),
                process.ended(),
                process.waitStatus().isPresent()
                        ? Optional.of(
                                ProcessEnd.ofWaitStatus(process.waitStatus().getAsInt()))
                        : Optional.empty(),
                process.cpu(),
                process.peakRssBytes(),
                process.orphaned(),
                true);
    }

    private static Duration earlier(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
