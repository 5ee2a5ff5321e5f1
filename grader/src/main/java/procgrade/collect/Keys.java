package procgrade.collect;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives each pile a key that is fit for the name of a file, and the same whenever the class is collected. */
final class Keys {
    private static final int LONGEST_LABEL = 40;
    private static final int LONGEST_ID = 24;

    private Keys() {}

    /** Keys in the order of the piles; of piles that would have the same, each gets a hash of its name. */
    static Map<String, Pile> of(List<Pile> piles) {
        Map<String, Integer> uses = new HashMap<>();
        piles.forEach(pile -> uses.merge(key(pile), 1, Integer::sum));
        Map<String, Pile> keys = new LinkedHashMap<>();
        for (Pile pile : piles) {
            String key = key(pile);
            String unique = uses.get(key) == 1 && !keys.containsKey(key) ? key : hashed(key, pile);
            for (int i = 2; keys.containsKey(unique); i++) {
                unique = hashed(key, pile) + "-" + i;
            }
            keys.put(unique, pile);
        }
        return keys;
    }

    private static String key(Pile pile) {
        String label = Names.slug(pile.owner().label());
        String id = Names.slug(pile.owner().id());
        boolean shortened = label.length() > LONGEST_LABEL;
        boolean idTells = !id.isEmpty()
                && id.length() <= LONGEST_ID
                && !Names.isLossy(pile.owner().id());
        String named = shortened ? label.substring(0, LONGEST_LABEL).replaceAll("[-._]+$", "") : label;
        if (idTells) {
            // Without a name the label is the id, or ends in it.
            return ("-" + named).endsWith("-" + id) ? named : named.isEmpty() ? id : named + "-" + id;
        }
        boolean tells = pile.owner().id().isEmpty()
                && !named.isEmpty()
                && !shortened
                && !Names.isLossy(pile.owner().label());
        return tells ? named : hashed(named, pile);
    }

    private static String hashed(String key, Pile pile) {
        return (key.isEmpty() ? "" : key + "-") + Names.hash(pile.entry());
    }
}
