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

/** Makes a census of what was sampled and what logs tell. */
final class CensusTaker {
    private static final String SAMPLING = "sampling of /proc";

    private static final Comparator<Judged> BY_START = Comparator.comparing((Judged one) -> one.part() != Part.MASTER)
            .thenComparing(one -> one.process().started())
            .thenComparing(one -> one.process().pid());

    private final long programPid;
    private final List<SeenProcess> sampled;
    private final List<ProcessLog> logs;

    /**
     * A census of one run.
     *
     * @param programPid pid of the program's first process
     * @param sampled the processes of the program
     * @param logs of other methods
     */
    CensusTaker(long programPid, List<SeenProcess> sampled, List<ProcessLog> logs) {
        this.programPid = programPid;
        this.sampled = sampled;
        this.logs = logs.stream()
                .filter(log -> !log.entries().isEmpty())
                .sorted(Comparator.comparing(ProcessLog::method))
                .toList();
    }

    /**
     * Takes it.
     *
     * @param complete whether sampling has reached no limit
     */
    Census take(boolean complete) {
        LogMerge merge = new LogMerge();
        List<String> methods = new ArrayList<>(List.of(SAMPLING));
        List<SeenProcess> seen = sampled;
        boolean exact = false;
        for (ProcessLog log : logs) {
            if (log.method() == ProcessLog.Method.STRACE) {
                seen = merge.byExact(seen, log);
                exact = log.complete() && !merge.logMissedSome();
                methods.add(0, log.method().words());
            } else {
                seen = merge.byOwnRecords(seen, log);
                methods.add(log.method().words());
            }
        }
        return new Census(records(seen), methods, merge.disagreements(), exact, exact || complete);
    }

    /** Parents come before their children in what was seen, which a start in ticks does not tell. */
    private List<ProcessRecord> records(List<SeenProcess> seen) {
        Optional<SeenProcess> first =
                seen.stream().filter(process -> process.pid() == programPid).findFirst();
        if (first.isEmpty()) {
            return List.of();
        }
        Member master = member(first.get(), Optional.empty(), Optional.empty());
        Map<Long, SeenProcess> latest = new HashMap<>();
        Map<Long, Member> members = new HashMap<>();
        List<Judged> judged = new ArrayList<>();
        for (SeenProcess process : seen) {
            Optional<Member> parent = Optional.ofNullable(members.get(process.parentPid()));
            Member member = member(process, Optional.ofNullable(latest.get(process.parentPid())), parent);
            latest.put(process.pid(), process);
            members.put(process.pid(), member);
            Part part = process.equals(first.get()) ? Part.MASTER : PartRules.of(member, parent, master);
            judged.add(new Judged(process, member, part));
        }
        return numbered(judged);
    }

    private record Judged(SeenProcess process, Member member, Part part) {}

    private static List<ProcessRecord> numbered(List<Judged> judged) {
        List<ProcessRecord> records = new ArrayList<>();
        int workers = 0;
        for (Judged one : judged.stream().sorted(BY_START).toList()) {
            workers += one.part() == Part.WORKER ? 1 : 0;
            records.add(record(one.process(), one.member(), one.part(), one.part() == Part.WORKER ? workers : 0));
        }
        return records;
    }

    /** One that ended before its command line was read is taken for a fork of its parent if it has the same name. */
    private static Member member(SeenProcess process, Optional<SeenProcess> parent, Optional<Member> parentMember) {
        List<String> commandLine = process.commandLine();
        List<String> parentCommandLine = parentMember.map(Member::commandLine).orElse(List.of());
        if (commandLine.isEmpty() && parent.isPresent() && parent.get().name().equals(process.name())) {
            commandLine = parentCommandLine;
        }
        ProcessRole role = ProcessRole.guess(commandLine, process.name());
        // a virtual machine never forks without executing a program, and if that is one it soon has threads
        boolean forkedByJava = role.isJava()
                && process.mostThreads() <= 1
                && parent.isPresent()
                && commandLine.equals(parentCommandLine);
        Duration life = process.ended().map(end -> end.minus(process.started())).orElse(Duration.ZERO);
        return new Member(role, commandLine, process.inExec() || forkedByJava, process.cpu(), life);
    }

    private static ProcessRecord record(SeenProcess process, Member member, Part part, int number) {
        return new ProcessRecord(
                process.pid(),
                part == Part.MASTER ? 0 : process.parentPid(),
                part,
                number,
                member.role(),
                member.commandLine(),
                process.started(),
                process.ended(),
                process.end(),
                process.cpu(),
                process.peakRssBytes(),
                process.orphaned(),
                process.sampled());
    }
}
