package procgrade.standstill;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Recognises the usual mistakes in who waits for what. */
final class Hints {
    private final List<Explanation.Party> parties;

    Hints(List<Explanation.Party> parties) {
        this.parties = parties;
    }

    /** {@return one or two sentences, empty if it looks like nothing known} */
    String hint() {
        Optional<Explanation.Party> join = any(party -> is(party, Doing.Action.JOIN));
        Optional<Explanation.Party> get = any(party -> is(party, Doing.Action.GET));
        Optional<Explanation.Party> put = any(party -> is(party, Doing.Action.PUT));
        Optional<Explanation.Party> receive = any(party -> is(party, Doing.Action.RECEIVE));
        Optional<Explanation.Party> send = any(party -> is(party, Doing.Action.SEND));
        if (join.isPresent() && put.isPresent()) {
            return "Whoever waits for a process to end must first get everything that the process puts: get all items from "
                    + name(put.get(), "the queue") + ", then join.";
        }
        if (join.isPresent() && send.isPresent()) {
            return "A process cannot end before somebody has read what it writes: read its output first, then wait for its"
                    + " end.";
        }
        if (join.isPresent() && get.isPresent()) {
            return "A worker does not know that no more items come. Put one end mark for each worker into "
                    + name(get.get(), "the queue") + ", before you join them.";
        }
        if (join.isPresent() && receive.isPresent()) {
            return "A process waits for input that never comes. Send it an end mark, or close the other end, before you wait"
                    + " for its end.";
        }
        if (get.isPresent() && put.isEmpty()) {
            return "More items are got from " + name(get.get(), "the queue")
                    + " than were put: count both, also the end marks.";
        }
        return ofPeers();
    }

    private String ofPeers() {
        if (all(Doing.Action.SEND) || all(Doing.Action.PUT)) {
            return "Both sides send before they receive, and the buffers between them are full: let one side receive first.";
        }
        if (any(party -> is(party, Doing.Action.RECEIVE)).isPresent()) {
            return "Everybody waits to receive and nobody sends: one side must send first, and unused ends must be closed.";
        }
        Optional<Explanation.Party> lock = any(party -> is(party, Doing.Action.LOCK));
        if (lock.isPresent() && lock.get().doing().object().isEmpty()) {
            return "Acquire locks in the same order everywhere and release each one; set each event; let all parties come to"
                    + " a barrier.";
        }
        if (lock.isPresent()) {
            return "Acquire locks in the same order everywhere, and release each one that was acquired.";
        }
        if (any(party -> is(party, Doing.Action.NOTICE)).isPresent()) {
            return "Nobody is left who could set the event, notify the condition or come to the barrier.";
        }
        return "";
    }

    private Optional<Explanation.Party> any(Predicate<Explanation.Party> wanted) {
        return parties.stream().filter(wanted).findFirst();
    }

    private boolean all(Doing.Action action) {
        return parties.stream().allMatch(party -> is(party, action));
    }

    private static boolean is(Explanation.Party party, Doing.Action action) {
        return party.doing().action() == action;
    }

    private static String name(Explanation.Party party, String fallback) {
        return party.doing().object().isEmpty() ? fallback : party.doing().object();
    }
}
