package procgrade.standstill;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import procgrade.observe.Descriptor;
import procgrade.observe.ObservedProcess;

/**
 * Who can end a wait on a socket. Only pairs made by socketpair(2) are known to stay in the family; everything else
 * leads to the outside. {@code /proc} does not say who the peer is, but both ends of a pair are without a name and were
 * numbered one after the other.
 */
final class SocketRules {
    private static final String CONNECTED = "03";
    private static final int FIELDS_WITHOUT_NAME = 7;
    private static final int STATE = 5;
    private static final int INODE = 6;

    private final TreeFacts facts;

    SocketRules(TreeFacts facts) {
        this.facts = facts;
    }

    Wake of(ObservedProcess process, Descriptor socket) {
        String table = facts.networkTable(process, "unix");
        if (!isNamelessAndConnected(table, socket.inode())) {
            return Wake.OUTSIDE;
        }
        Optional<PipeEnd> peer = peer(table, socket);
        if (peer.isEmpty()) {
            return Wake.OUTSIDE;
        }
        Set<Long> holders = new HashSet<>(facts.holders(peer.get()));
        // one who has this end can shut it down
        holders.addAll(facts.holders(end(socket, socket.inode())));
        return Wake.by(holders, peer.get());
    }

    private Optional<PipeEnd> peer(String table, Descriptor socket) {
        PipeEnd before = end(socket, socket.inode() - 1);
        PipeEnd after = end(socket, socket.inode() + 1);
        boolean isBefore = isHeldEnd(table, before);
        boolean isAfter = isHeldEnd(table, after);
        return isBefore == isAfter ? Optional.empty() : Optional.of(isBefore ? before : after);
    }

    private boolean isHeldEnd(String table, PipeEnd end) {
        return isNamelessAndConnected(table, end.inode()) && !facts.holders(end).isEmpty();
    }

    private static PipeEnd end(Descriptor socket, long inode) {
        return new PipeEnd(socket.device(), inode, PipeEnd.Use.ANY);
    }

    /** Lines {@code Num RefCount Protocol Flags Type St Inode Path} of proc_pid_net(5). */
    private static boolean isNamelessAndConnected(String table, long inode) {
        String wanted = Long.toString(inode);
        return table.lines()
                .map(line -> line.trim().split(" +"))
                .anyMatch(fields -> fields.length == FIELDS_WITHOUT_NAME
                        && fields[INODE].equals(wanted)
                        && fields[STATE].equals(CONNECTED));
    }
}
