package procgrade.collect;

import java.util.List;

/**
 * The hand-ins of a class, not looked into.
 *
 * @param piles one for each
 * @param notices about what belongs to none, a line each
 */
record Piles(List<Pile> piles, List<String> notices) {
    Piles {
        piles = List.copyOf(piles);
        notices = List.copyOf(notices);
    }
}
