package procgrade.batch;

import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import procgrade.collect.HandIn;

/**
 * Which hand-ins of a class are to be graded: a function of what was handed in, what is known already, and what is
 * wanted.
 *
 * @param wanted places of the hand-ins to grade, in the order of the class
 * @param fresh how many of them have no result yet
 * @param changed how many have a result of other content, another rubric, or another configuration
 * @param again how many have a result and are wanted again
 * @param kept how many have a result that stays
 * @param left how many have no result, or an outdated one, and are not wanted now
 */
public record Plan(BitSet wanted, int fresh, int changed, int again, int kept, int left) {
    /** Copies the set. */
    public Plan {
        wanted = (BitSet) wanted.clone();
    }

    /** What is to be done with one hand-in. */
    private enum Step {
        FRESH,
        CHANGED,
        AGAIN,
        KEEP,
        LEAVE
    }

    /**
     * Makes a plan.
     *
     * @param handIns of the class
     * @param results what is known, by key of the hand-in
     * @param key what decides how they are graded now
     * @param selection what is wanted
     * @param made keys of what was graded again already, before somebody interrupted it
     * @return the plan
     */
    static Plan of(
            Iterable<HandIn> handIns,
            Function<String, Optional<Stored>> results,
            BatchKey key,
            Selection selection,
            Set<String> made) {
        BitSet wanted = new BitSet();
        int[] counts = new int[Step.values().length];
        int place = 0;
        for (HandIn handIn : handIns) {
            boolean isMade = made.contains(handIn.key());
            Step step = step(handIn, results.apply(handIn.key()), key.of(handIn), selection, isMade);
            counts[step.ordinal()]++;
            wanted.set(place, step.compareTo(Step.KEEP) < 0);
            place++;
        }
        return new Plan(
                wanted,
                counts[Step.FRESH.ordinal()],
                counts[Step.CHANGED.ordinal()],
                counts[Step.AGAIN.ordinal()],
                counts[Step.KEEP.ordinal()],
                counts[Step.LEAVE.ordinal()]);
    }

    private static Step step(HandIn handIn, Optional<Stored> known, String key, Selection selection, boolean isMade) {
        boolean current = known.map(Stored::batchKey).filter(key::equals).isPresent();
        if (!selection.includes(handIn)) {
            return current ? Step.KEEP : Step.LEAVE;
        }
        if (current) {
            return !isMade && selection.wantsAgain(known.get().row()) ? Step.AGAIN : Step.KEEP;
        }
        return known.isPresent() ? Step.CHANGED : Step.FRESH;
    }

    /** {@return how many are to be graded} */
    public int size() {
        return wanted.cardinality();
    }

    /** {@return places of the hand-ins to grade; a copy} */
    @Override
    public BitSet wanted() {
        return (BitSet) wanted.clone();
    }

    /** Whether the hand-in at a place is to be graded. */
    boolean wants(int place) {
        return wanted.get(place);
    }
}
