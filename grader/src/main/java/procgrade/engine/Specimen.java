package procgrade.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import procgrade.assignment.Assignment;
import procgrade.assignment.AssignmentFault;
import procgrade.assignment.Language;
import procgrade.judge.Verdict;

/**
 * A program that an assignment keeps to show that its rubric accepts and rejects what it should.
 *
 * @param kind what it is
 * @param language it is written in
 * @param name for a reader: {@code reference}, {@code skeleton}, or the name of the misbehaviour
 * @param origin its folder or file
 * @param expected of a bad program, the checks that must fail and how; empty otherwise
 * @param allowed of a bad program, further checks that may hold or fail like this; empty otherwise
 */
public record Specimen(
        Kind kind,
        Language language,
        String name,
        Path origin,
        Map<String, Verdict> expected,
        Map<String, Verdict> allowed) {
    private static final Pattern EXPECT = Pattern.compile("\\b(expect|allow):\\s*(\\w+)\\s+([A-Z_]+)\\b");
    private static final int HEADER_LINES = 40;

    /** What programs there are. */
    public enum Kind {
        /** A full solution: every check holds or cannot be measured here. */
        REFERENCE,
        /** What students start from: it can be built, and some check does not hold. */
        SKELETON,
        /** A planted mistake: exactly the checks fail that its header names. */
        BAD
    }

    /** Copies the maps. */
    public Specimen {
        expected = Map.copyOf(expected);
        allowed = Map.copyOf(allowed);
    }

    /**
     * All that an assignment has.
     *
     * @param assignment the assignment
     * @return references first, then skeletons, then bad programs
     * @throws AssignmentFault if a header makes no sense
     */
    public static List<Specimen> of(Assignment assignment) {
        List<Specimen> specimens = new ArrayList<>();
        for (Language language : Language.values()) {
            Path reference = assignment.references().get(language);
            if (reference != null) {
                specimens.add(new Specimen(Kind.REFERENCE, language, "reference", reference, Map.of(), Map.of()));
            }
        }
        for (Language language : Language.values()) {
            Path skeleton = assignment.skeleton().resolve(assignment.mainFile(language));
            if (Files.exists(skeleton)) {
                specimens.add(new Specimen(Kind.SKELETON, language, "skeleton", skeleton, Map.of(), Map.of()));
            }
        }
        for (Language language : Language.values()) {
            for (Path folder : assignment.bad().getOrDefault(language, List.of())) {
                specimens.add(bad(assignment, language, folder));
            }
        }
        return specimens;
    }

    private static Specimen bad(Assignment assignment, Language language, Path folder) {
        Path main = main(folder, assignment.mainFile(language));
        Map<String, Verdict> expected = new TreeMap<>();
        Map<String, Verdict> allowed = new TreeMap<>();
        List<String> lines = header(main);
        for (int i = 0; i < lines.size(); i++) {
            Matcher expect = EXPECT.matcher(lines.get(i));
            while (expect.find()) {
                Map<String, Verdict> kind = expect.group(1).equals("expect") ? expected : allowed;
                kind.put(expect.group(2), verdict(expect.group(3), main + ":" + (i + 1) + ": "));
            }
        }
        if (expected.isEmpty()) {
            throw new AssignmentFault(List.of(main + ":1: a bad program says what it does wrong, in a comment like"
                    + " 'expect: prints_pi WRONG_OUTPUT'"));
        }
        return new Specimen(Kind.BAD, language, folder.getFileName().toString(), folder, expected, allowed);
    }

    private static Path main(Path folder, String name) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssignmentFault(List.of(folder + ": there is no " + name + " in it")));
        } catch (IOException cause) {
            throw new AssignmentFault(List.of(folder + ": cannot be read: " + cause.getMessage()));
        }
    }

    private static List<String> header(Path main) {
        try (Stream<String> lines = Files.lines(main, StandardCharsets.UTF_8)) {
            return lines.limit(HEADER_LINES).toList();
        } catch (IOException | UncheckedIOException cause) {
            throw new AssignmentFault(List.of(main + ": cannot be read: " + cause.getMessage()));
        }
    }

    private static Verdict verdict(String name, String where) {
        return Stream.of(Verdict.values())
                .filter(verdict -> verdict.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssignmentFault(List.of(where + "there is no verdict " + name)));
    }

    /**
     * The same program, of which nothing is expected at checks that are not tried.
     *
     * @param checks ids of the checks
     * @return the program
     */
    public Specimen without(Collection<String> checks) {
        Map<String, Verdict> mustFail = new TreeMap<>(expected);
        Map<String, Verdict> mayFail = new TreeMap<>(allowed);
        mustFail.keySet().removeAll(checks);
        mayFail.keySet().removeAll(checks);
        return new Specimen(kind, language, name, origin, mustFail, mayFail);
    }

    /**
     * Compares what it should get with what it got.
     *
     * @param grade what became of it
     * @return the differences, a line each; none if the rubric did its work
     */
    public List<String> differences(Grade grade) {
        return switch (kind) {
            case REFERENCE ->
                grade.checks().stream()
                        .filter(check -> !isGood(check.finding().verdict()))
                        .map(check -> check.id() + ": " + check.finding().verdict() + ", "
                                + check.finding().rationale())
                        .toList();
            case SKELETON -> skeleton(grade);
            case BAD -> planted(grade);
        };
    }

    /**
     * Of which checks the differences speak.
     *
     * @param grade what became of it
     * @return ids in the order of the rubric
     */
    public List<String> differing(Grade grade) {
        List<String> differences = differences(grade);
        return grade.checks().stream()
                .map(CheckOutcome::id)
                .filter(id -> differences.stream().anyMatch(difference -> difference.startsWith(id + ": ")))
                .toList();
    }

    /** {@return the checks at which it is to fail, not those that are skipped then} */
    public List<String> failing() {
        return expected.entrySet().stream()
                .filter(expectation ->
                        expectation.getValue().costsPoints() && expectation.getValue() != Verdict.SKIPPED)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isGood(Verdict verdict) {
        return verdict == Verdict.PASSED || verdict == Verdict.NOT_MEASURABLE;
    }

    private static List<String> skeleton(Grade grade) {
        if (grade.buildFailure().isPresent()) {
            return List.of("cannot be built: " + grade.buildFailure().get().rationale());
        }
        boolean fails = grade.checks().stream()
                .anyMatch(check -> check.finding().verdict().costsPoints());
        return fails ? List.of() : List.of("every check holds: a student would have nothing to do");
    }

    /** Whether a check that is to fail is among those that a check needs, or that these need. */
    private boolean needsExpected(CheckOutcome check, Grade grade) {
        return check.needs().stream()
                .anyMatch(need -> expected.containsKey(need)
                        || grade.checks().stream()
                                .anyMatch(other -> other.id().equals(need) && needsExpected(other, grade)));
    }

    /** Where speed cannot be measured nobody can be too slow, and what else goes wrong there has to at another check. */
    private boolean mayShowElsewhere(CheckOutcome unmeasured, Grade grade) {
        Verdict wanted = expected.get(unmeasured.id());
        return wanted == Verdict.TOO_SLOW
                || grade.checks().stream()
                        .anyMatch(check -> check.finding().verdict() == wanted
                                && wanted != Verdict.SKIPPED
                                && expected.get(check.id()) == wanted);
    }

    private List<String> planted(Grade grade) {
        List<String> differences = new ArrayList<>();
        for (CheckOutcome check : grade.checks()) {
            Verdict verdict = check.finding().verdict();
            Verdict wanted = expected.get(check.id());
            boolean unmeasured = check.finding().isDisturbed()
                    || verdict == Verdict.NOT_MEASURABLE && mayShowElsewhere(check, grade);
            boolean skipped = verdict == Verdict.SKIPPED && needsExpected(check, grade);
            boolean right = wanted == null
                    ? isGood(verdict) || skipped || verdict == allowed.get(check.id())
                    : wanted == verdict;
            if (!right && !unmeasured) {
                differences.add(
                        check.id() + ": " + (wanted == null ? "PASSED" : wanted) + " was expected, not " + verdict
                                + (check.finding().rationale().isEmpty()
                                        ? ""
                                        : ", " + check.finding().rationale()));
            }
        }
        List<String> ids = grade.checks().stream().map(CheckOutcome::id).toList();
        Stream.concat(expected.keySet().stream(), allowed.keySet().stream())
                .filter(id -> !ids.contains(id))
                .sorted()
                .forEach(id -> differences.add(id + ": the rubric has no such check"));
        return differences;
    }
}
