package procgrade.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import procgrade.assignment.Assignment;
import procgrade.engine.GraderSetup;
import procgrade.engine.RubricEdition;

/**
 * What a batch stands on: the edition of the rubric, and facts about the machine. Both are kept from the last start: as
 * long as nothing has changed, and nothing is graded, no rubric needs to be loaded and no sandbox tried out.
 */
final class BatchGround {
    private static final String EDITION = "edition";
    private static final String POINTS = "points";
    private static final String MACHINE = "machine.";

    private final Path home;
    private final Map<String, String> variables;
    private final RubricEdition edition;
    private final Map<String, String> environment;
    private Optional<GraderSetup> setup = Optional.empty();

    /**
     * Finds out.
     *
     * @param assignment that is graded
     * @param kept settings of the last start; none for the first
     * @param variables environment variables of the grader
     */
    BatchGround(Assignment assignment, Map<String, String> kept, Map<String, String> variables) {
        this.home = Home.folder();
        this.variables = variables;
        String fingerprint = RubricEdition.fingerprint(assignment, GraderSetup.library(home));
        if (fingerprint.equals(kept.get(EDITION))
                && kept.getOrDefault(POINTS, "").matches("[0-9]+(\\.[0-9]+)?")) {
            this.edition = new RubricEdition(Double.parseDouble(kept.get(POINTS)), fingerprint);
            this.environment = new TreeMap<>();
            kept.forEach((name, value) -> {
                if (name.startsWith(MACHINE)) {
                    environment.put(name.substring(MACHINE.length()), value);
                }
            });
        } else {
            this.edition = RubricEdition.of(assignment, setup());
            this.environment = setup().environment();
        }
    }

    RubricEdition edition() {
        return edition;
    }

    /** Facts about the machine that graded. */
    Map<String, String> environment() {
        return setup.map(GraderSetup::environment).orElse(environment);
    }

    /** Tries out what the machine has, when it is needed first. */
    GraderSetup setup() {
        if (setup.isEmpty()) {
            setup = Optional.of(GraderSetup.ofThisMachine(home, variables));
        }
        return setup.get();
    }

    /** Adds what the next start can use. */
    void addTo(Map<String, String> settings) {
        settings.put(EDITION, edition.fingerprint());
        settings.put(POINTS, Double.toString(edition.points()));
        environment.forEach((name, value) -> settings.put(MACHINE + name, value));
    }
}
