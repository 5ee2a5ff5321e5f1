package procgrade.standstill;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import procgrade.standstill.Doing.Action;

/**
 * All that is known when a mistake is looked for.
 *
 * @param parties those that wait, the master first
 * @param ended the workers that have ended
 */
record Scene(List<Party> parties, List<Cast.Ended> ended) {
    Scene {
        parties = List.copyOf(parties);
        ended = List.copyOf(ended);
    }

    List<Party> all(Action... actions) {
        return parties.stream().filter(party -> party.is(actions)).toList();
    }

    Optional<Party> first(Action... actions) {
        return parties.stream().filter(party -> party.is(actions)).findFirst();
    }

    boolean hasOnly(Action... actions) {
        return parties.stream().allMatch(party -> party.is(actions));
    }

    /** {@return those that do the same with the same object} */
    List<Party> alike(Party party) {
        return parties.stream()
                .filter(other -> other.doing().action() == party.doing().action()
                        && other.doing().object().equals(party.doing().object()))
                .toList();
    }

    Optional<Party> of(long pid) {
        return parties.stream().filter(party -> party.pid() == pid).findFirst();
    }

    /** {@return one who waits for the end of a certain process; if there is none, one who waits for any} */
    Optional<Party> joinerOf(Party party) {
        Optional<Party> exact = all(Action.JOIN).stream()
                .filter(join -> join.needs().contains(party.pid()))
                .findFirst();
        return exact.or(() -> first(Action.JOIN));
    }

    /** {@return of those, one whose end somebody waits for, or the first} */
    Optional<Party> joined(List<Party> candidates) {
        return candidates.stream()
                .filter(party ->
                        all(Action.JOIN).stream().anyMatch(join -> join.needs().contains(party.pid())))
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }

    /** {@return the workers that have ended badly} */
    List<Cast.Ended> failed() {
        return ended.stream().filter(one -> !one.how().isEmpty()).toList();
    }

    static String names(List<Cast.Ended> ended) {
        return Titles.together(ended.stream().map(Cast.Ended::title).toList())
                + (ended.size() == 1 ? " has ended" : " have ended")
                + ended.stream()
                        .map(Cast.Ended::how)
                        .filter(how -> !how.isEmpty())
                        .findFirst()
                        .map(how -> " " + how)
                        .orElse("");
    }

    /** {@return names of different objects, sorted} */
    static String objects(List<Party> parties) {
        return parties.stream()
                .map(party -> party.doing().object())
                .filter(object -> !object.isEmpty())
                .distinct()
                .sorted()
                .collect(Collectors.collectingAndThen(Collectors.toList(), Titles::list));
    }
}
