package procgrade.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import procgrade.observe.EnvironmentMark;
import procgrade.observe.ProcessStat;

/**
 * Finds the living processes of one run, also those that have left its tree: by descent, by session, by the mark in
 * their environment, by the token in their command line, and by having been a member before.
 */
final class RunMembers {
    private final ProcessTable table;
    private final ProcessStat root;
    private final EnvironmentMark mark;
    private final String token;
    private final Set<Identity> known = new HashSet<>();

    RunMembers(ProcessTable table, ProcessStat root, EnvironmentMark mark, String token) {
        this.table = table;
        this.root = root;
        this.mark = mark;
        this.token = token;
        known.add(Identity.of(root));
    }

    /** A pid is used again, but not within the same clock tick. */
    private record Identity(long pid, Duration started) {
        static Identity of(ProcessStat stat) {
            return new Identity(stat.pid(), stat.startedAfterBoot());
        }
    }

    /** {@return the process group that the run has to itself, if some of these are in it} */
    long group() {
        return root.pid();
    }

    boolean haveOwnGroup(List<ProcessStat> members) {
        return members.stream().anyMatch(stat -> stat.processGroup() == group());
    }

    /** {@return the members that are not over, in no particular order; looks at everybody each time} */
    List<ProcessStat> alive() {
        Map<Long, ProcessStat> young = new HashMap<>();
        long self = ProcessHandle.current().pid();
        for (ProcessStat stat : table.all()) {
            // whoever is older than the run cannot be of it, and need not be looked at more closely
            boolean older = stat.startedAfterBoot().compareTo(root.startedAfterBoot()) < 0;
            if (!older && !ProcessTable.isOver(stat) && stat.pid() != self) {
                young.put(stat.pid(), stat);
            }
        }
        List<ProcessStat> members = new ArrayList<>();
        Map<Long, Boolean> decided = new HashMap<>();
        for (ProcessStat stat : young.values()) {
            if (isMember(stat, young, decided)) {
                known.add(Identity.of(stat));
                members.add(stat);
            }
        }
        return members;
    }

    private boolean isMember(ProcessStat stat, Map<Long, ProcessStat> young, Map<Long, Boolean> decided) {
        List<Long> line = new ArrayList<>();
        boolean member = false;
        for (ProcessStat current = stat; current != null; current = young.get(current.parentPid())) {
            Boolean before = decided.get(current.pid());
            if (before != null || line.contains(current.pid())) {
                member = before != null && before;
                break;
            }
            line.add(current.pid());
            if (hasSign(current)) {
                member = true;
                break;
            }
        }
        // all on the way up descend from the one that decided
        for (long pid : line) {
            decided.put(pid, member);
        }
        return member;
    }

    private boolean hasSign(ProcessStat stat) {
        Identity identity = Identity.of(stat);
        if (known.contains(identity) || stat.session() == root.pid()) {
            return true;
        }
        return table.carries(stat.pid(), mark) || table.commandLine(stat.pid()).contains(token);
    }
}
