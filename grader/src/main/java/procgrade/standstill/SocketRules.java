package procgrade.standstill;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import procgrade.observe.Descriptor;
import procgrade.observe.ObservedProcess;

/**
 * Who can end a wait on a socket. Only pairs made by socketpair(2) are known to stay in the family; everything else
 * leads to the outside. {@code /proc} does not say who the peer is, but both ends of a pair are without a name and were
 * numbered one after the other. A client's end is without a name, too, but then its server's end has one: as long as
 * somebody outside of the tree has such an end, nothing is taken for a pair unless {@link SocketTable} says so. A
 * server's socket waits for a client, which as with named pipes is taken to belong to the tree; only accept(2) itself is
 * not.
 */
final class SocketRules {
    private static final Set<String> CONNECTING_OR_CONNECTED = Set.of("02", "03");
    private static final String CONNECTED = "03";
    private static final String LISTENING = "00010000";
    private static final int FIELDS_WITHOUT_NAME = 7;
    private static final int FLAGS = 3;
    private static final int STATE = 5;
    private static final int INODE = 6;

    private final TreeFacts facts;

    SocketRules(TreeFacts facts) {
        this.facts = facts;
    }

    Wake of(ObservedProcess process, Descriptor socket) {
        Set<Long> nameless = new HashSet<>();
        boolean strangers = false;
        for (String line : facts.networkTable(process, "unix").split("\n")) {
            String[] fields = line.trim().split(" +", FIELDS_WITHOUT_NAME + 1);
            if (fields.length < FIELDS_WITHOUT_NAME || !fields[INODE].matches("[0-9]{1,18}")) {
                continue;
            }
            PipeEnd end = end(socket, Long.parseLong(fields[INODE]));
            if (end.inode() == socket.inode() && fields[FLAGS].equals(LISTENING)) {
                return Wake.by(facts.everybody());
            }
            boolean named = fields.length > FIELDS_WITHOUT_NAME;
            if (!named && fields[STATE].equals(CONNECTED)) {
                nameless.add(end.inode());
            }
            strangers |= named && CONNECTING_OR_CONNECTED.contains(fields[STATE]) && !isHeld(end);
        }
        if (!nameless.contains(socket.inode())) {
            return Wake.OUTSIDE;
        }
        List<PipeEnd> neighbours = strangers ? List.of() : neighbours(nameless, socket);
        return by(socket, neighbours.isEmpty() ? told(socket) : neighbours);
    }

    private Wake by(Descriptor socket, List<PipeEnd> peers) {
        if (peers.isEmpty()) {
            return Wake.OUTSIDE;
        }
        // one who has this end can shut it down
        Set<Long> wakers = new HashSet<>(facts.holders(end(socket, socket.inode())));
        peers.forEach(peer -> wakers.addAll(facts.holders(peer)));
        return new Wake(Fate.BLOCKED, wakers, Set.copyOf(peers));
    }

    private List<PipeEnd> told(Descriptor socket) {
        Long inode = facts.socketPeers().get(socket.inode());
        return inode != null && isHeld(end(socket, inode)) ? List.of(end(socket, inode)) : List.of();
    }

    /** The neighbours that may be the other end: both, if pairs were made one after the other. */
    private List<PipeEnd> neighbours(Set<Long> nameless, Descriptor socket) {
        List<PipeEnd> peers = new ArrayList<>();
        for (long inode : List.of(socket.inode() - 1, socket.inode() + 1)) {
            PipeEnd end = end(socket, inode);
            if (nameless.contains(inode) && isHeld(end)) {
                peers.add(end);
            }
        }
        return peers;
    }

    private boolean isHeld(PipeEnd end) {
        return !facts.holders(end).isEmpty();
    }

    private static PipeEnd end(Descriptor socket, long inode) {
        return new PipeEnd(socket.device(), inode, PipeEnd.Use.ANY);
    }
}
