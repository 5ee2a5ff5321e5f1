package procgrade.standstill;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import procgrade.observe.Descriptor;
import procgrade.observe.KernelCall;
import procgrade.observe.Observed;
import procgrade.observe.ObservedProcess;
import procgrade.observe.SystemCall;
import procgrade.observe.ThreadWait;

/**
 * Who can end a wait for one of several files. What poll(2) and select(2) wait for is in the memory of the process; the
 * files of an epoll(7) set are in the {@code fdinfo} of its descriptor.
 */
final class PollRules {
    private static final int MOST_FILES = 1024;
    private static final int POLLFD_BYTES = 8;
    private static final int POLLOUT = 4;
    private static final int POLLIN = 1 | 0x40;
    private static final int MOST_NESTED = 3;
    private static final Pattern MEMBER =
            Pattern.compile("tfd: *(\\d+) events: *([0-9a-f]+) .*?(?: ino:([0-9a-f]+) .*)?");

    private final TreeFacts facts;
    private final WakeRules rules;
    private int nested;

    PollRules(TreeFacts facts, WakeRules rules) {
        this.facts = facts;
        this.rules = rules;
    }

    Wake of(ObservedProcess process, ThreadWait wait) {
        Optional<SystemCall> call = wait.call();
        Optional<KernelCall> raw = wait.raw();
        if (call.isEmpty() || raw.isEmpty()) {
            return Wake.UNKNOWN;
        }
        return switch (call.get()) {
            case POLL, PPOLL ->
                ofArray(process, raw.get().argument(0), raw.get().argument(1));
            case SELECT, PSELECT6 -> ofSets(process, raw.get());
            case EPOLL_WAIT, EPOLL_PWAIT, EPOLL_PWAIT2 ->
                ofSet(process, (int) raw.get().argument(0));
            default -> Wake.UNKNOWN;
        };
    }

    /** {@code struct pollfd} is an int, a short with the events wanted and a short for the answer. */
    private Wake ofArray(ObservedProcess process, long address, long count) {
        if (count < 0 || count > MOST_FILES) {
            return Wake.UNKNOWN;
        }
        List<Wake> waits = new ArrayList<>();
        if (count > 0) {
            Observed<byte[]> array = facts.memory(process, address, (int) count * POLLFD_BYTES);
            if (!array.isKnown() || array.value().length < count * POLLFD_BYTES) {
                return Wake.UNKNOWN;
            }
            ByteBuffer entries = ByteBuffer.wrap(array.value()).order(ByteOrder.nativeOrder());
            while (entries.hasRemaining()) {
                int number = entries.getInt();
                int events = entries.getShort();
                entries.getShort();
                if (number >= 0) {
                    waits.add(member(process, number, events));
                }
            }
        }
        return any(waits);
    }

    /** Without files it waits for a signal, which everybody can send. */
    private Wake any(List<Wake> waits) {
        return waits.isEmpty() ? Wake.by(facts.everybody()) : Wake.anyOf(waits);
    }

    private Wake ofMember(ObservedProcess process, Matcher member) {
        int number = Integer.parseInt(member.group(1));
        boolean another = member.group(3) != null
                && facts.held(process, number)
                        .filter(file -> file.descriptor().inode() == Long.parseLong(member.group(3), 16))
                        .isEmpty();
        return another ? Wake.UNKNOWN : member(process, number, (int) Long.parseLong(member.group(2), 16));
    }

    private Wake member(ObservedProcess process, int number, int events) {
        Optional<HeldFile> file = facts.held(process, number);
        if (file.isEmpty()) {
            return Wake.UNKNOWN;
        }
        Descriptor on = file.get().descriptor();
        // a hang-up or an error at the other end ends the wait, whatever was asked for
        boolean reads = (events & POLLIN) != 0 || !file.get().writable();
        boolean writes = (events & POLLOUT) != 0 || !file.get().readable();
        List<Wake> waits = new ArrayList<>();
        if (reads || !writes) {
            waits.add(rules.onFile(process, on, true));
        }
        if (writes || !reads) {
            waits.add(rules.onFile(process, on, false));
        }
        return Wake.anyOf(waits);
    }

    /** Three bit sets, for reading, writing and exceptions; the last is used for reading, too, to be careful. */
    private Wake ofSets(ObservedProcess process, KernelCall raw) {
        long count = raw.argument(0);
        if (count < 0 || count > MOST_FILES) {
            return Wake.UNKNOWN;
        }
        int words = (int) (count + Long.SIZE - 1) / Long.SIZE;
        List<Wake> waits = new ArrayList<>();
        for (int set = 1; set <= 3 && words > 0; set++) {
            if (raw.argument(set) == 0) {
                continue;
            }
            Observed<byte[]> bits = facts.memory(process, raw.argument(set), words * Long.BYTES);
            if (!bits.isKnown() || bits.value().length < words * Long.BYTES) {
                return Wake.UNKNOWN;
            }
            addMembers(process, bits.value(), set == 2 ? POLLOUT : POLLIN, waits);
        }
        return any(waits);
    }

    /** The kernel clears nothing before it answers, so the sets in memory are those that were asked for. */
    private void addMembers(ObservedProcess process, byte[] bits, int events, List<Wake> waits) {
        ByteBuffer words = ByteBuffer.wrap(bits).order(ByteOrder.nativeOrder());
        for (int first = 0; words.hasRemaining(); first += Long.SIZE) {
            long word = words.getLong();
            while (word != 0) {
                waits.add(member(process, first + Long.numberOfTrailingZeros(word), events));
                word &= word - 1;
            }
        }
    }

    /**
     * A set names its members by the numbers they had when they were added. One that was closed is not there, unless
     * another process has the file open, too; then its number may mean another file by now.
     */
    Wake ofSet(ObservedProcess process, int number) {
        Optional<HeldFile> set = facts.held(process, number);
        boolean unclear = set.isEmpty() || set.get().details().length() >= TreeFacts.DETAIL_BYTES;
        if (unclear || nested == MOST_NESTED) {
            return Wake.UNKNOWN;
        }
        nested++;
        try {
            List<Wake> waits = new ArrayList<>();
            for (String line : set.get().details().split("\n")) {
                Matcher member = MEMBER.matcher(line);
                if (member.matches()) {
                    waits.add(ofMember(process, member));
                }
            }
            return any(waits);
        } finally {
            nested--;
        }
    }
}
