package procgrade.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import procgrade.assignment.Assignment;
import procgrade.assignment.Language;
import procgrade.engine.Grade;
import procgrade.engine.Specimen;

/**
 * Writes the command that grades one program of an assignment again, as a shell understands it in the current folder.
 *
 * @param here the current folder, absolute
 * @param launcher the script that starts procgrade, absolute
 * @param course the folder that {@code --assignments} named, as it was typed
 */
record AgainCommand(Path here, Path launcher, Optional<String> course) {
    /**
     * The command.
     *
     * @param checks those to look at; if it is all that were tried they are not named
     */
    String of(Assignment assignment, Specimen specimen, Grade grade, List<String> checks) {
        List<String> words = new ArrayList<>(List.of("check", assignment.id(), fromHere(file(assignment, specimen))));
        course.ifPresent(folder -> words.addAll(List.of("--assignments", folder)));
        if (checks.size() < grade.checks().size()) {
            checks.forEach(check -> words.addAll(List.of("--only", check)));
        }
        words.addAll(List.of("--seed", Long.toString(grade.seed())));
        return of(words);
    }

    /**
     * The command with the same arguments.
     *
     * @param arguments the name of the command and what follows it
     */
    String of(List<String> arguments) {
        String script = fromHere(launcher);
        return Stream.concat(Stream.of(script.contains("/") ? script : "./" + script), arguments.stream())
                .map(AgainCommand::quoted)
                .collect(Collectors.joining(" "));
    }

    /** The folder of a program; where that has programs in both languages, its file. */
    private static Path file(Assignment assignment, Specimen specimen) {
        boolean ambiguous = Arrays.stream(Language.values())
                .allMatch(language -> Files.exists(specimen.origin().resolve(assignment.mainFile(language))));
        return ambiguous ? specimen.origin().resolve(assignment.mainFile(specimen.language())) : specimen.origin();
    }

    private String fromHere(Path path) {
        return (path.startsWith(here) ? here.relativize(path) : path).toString();
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:@%+=,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
