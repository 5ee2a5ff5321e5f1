package procgrade.standstill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

class HintsTests {
    /**
     * A scene in short form, one party after another: {@code WHO ACTION [OBJECT] [needs WHO, WHO] [owned by WHO|nobody]
     * [itself]}, separated by semicolons; {@code WHO ended [how]} is a worker that is gone.
     */
    private static Scene scene(String text) {
        List<String> lines = List.of(text.split("; "));
        Map<String, Long> pids = new LinkedHashMap<>();
        lines.forEach(line -> pids.putIfAbsent(who(line), 100L + pids.size()));
        List<Party> parties = new ArrayList<>();
        List<Cast.Ended> ended = new ArrayList<>();
        for (String line : lines) {
            String rest = line.substring(who(line).length()).strip();
            if (rest.startsWith("ended")) {
                ended.add(new Cast.Ended(
                        who(line), rest.substring("ended".length()).strip()));
            } else {
                parties.add(party(line, rest, pids));
            }
        }
        return new Scene(parties, ended);
    }

    private static String who(String line) {
        return line.replaceFirst("^(master|worker \\d+|[a-z]+).*", "$1");
    }

    private static Party party(String line, String rest, Map<String, Long> pids) {
        String owner = after(rest, " owned by ");
        Optional<Set<Long>> owners = owner.isEmpty()
                ? Optional.empty()
                : Optional.of(owner.equals("nobody") ? Set.of() : Set.of(pids.get(owner)));
        Set<Long> needs = new HashSet<>();
        for (String name : after(rest, " needs ").split(", ")) {
            Optional.ofNullable(pids.get(name)).ifPresent(needs::add);
        }
        String plain = rest.replaceAll(" (needs|owned by) .*", "").replace(" itself", "");
        String[] words = plain.split(" ", 2);
        Doing doing = new Doing(Doing.Action.valueOf(words[0]), words.length > 1 ? words[1] : "", "", needs, owners);
        return new Party(pids.get(who(line)), who(line), doing, "", needs, rest.contains(" itself"));
    }

    private static String after(String text, String word) {
        int at = text.indexOf(word);
        return at < 0 ? "" : text.substring(at + word.length()).replaceAll(" (needs|owned by|itself).*", "");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/standstill/mistakes.csv", delimiter = '|', quoteCharacter = '`')
    void a_mistake_is_recognised(String scene, String mistake, String observed) {
        Hints.Match match = new Hints(scene(scene)).match().orElseThrow();

        assertThat(match.mistake()).hasToString(mistake);
        assertThat(match.observed()).isEqualTo(observed);
        assertThat(match.advice().mistake()).isEqualTo(mistake);
    }

    @Test
    void workers_with_a_queue_each_need_an_end_mark_in_each() {
        Hints.Match match = new Hints(
                        scene("master JOIN worker 1 needs worker 1; worker 1 GET queues[0]; worker 2 GET queues[1]"))
                .match()
                .orElseThrow();

        assertThat(match.advice().direction()).startsWith("Put end marks into each of queues[0] and queues[1] after");
    }

    @Test
    void what_looks_like_nothing_known_gets_no_hint() {
        assertThat(new Hints(scene("master SIGNAL")).match()).isEmpty();
        assertThat(new Hints(scene("master OTHER")).match()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Mistake.class)
    void advice_has_sentences_that_fit_a_line_and_name_the_object(Mistake mistake) {
        Standstill.Advice advice = mistake.advice("tQueue");

        assertThat(advice.concept()).endsWith(".").hasSizeBetween(30, 130);
        assertThat(advice.direction()).matches(".*[.?]").hasSizeBetween(20, 140).doesNotContain("%");
    }
}
