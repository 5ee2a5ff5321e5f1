package procgrade.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import procgrade.assignment.Assignment;
import procgrade.assignment.Assignments;
import procgrade.assignment.Language;
import procgrade.assignment.Nearest;
import procgrade.assignment.Recognition;
import procgrade.submission.Submission;

/**
 * What {@code check} was asked to grade, as far as its arguments tell.
 *
 * @param assignment as typed; empty to find out from the files
 * @param origin the folder, file or archive with the submission
 */
record GradingTarget(Optional<String> assignment, Path origin) {
    private static final int NAMES = 3;

    /**
     * Understands the arguments: {@code [ASSIGNMENT] [FOLDER|FILE|ARCHIVE]}.
     *
     * @param arguments at most two
     * @param assignments of the course
     * @throws UserFault if there is no such assignment, or no such file
     */
    static GradingTarget of(List<String> arguments, Assignments assignments) {
        if (arguments.isEmpty()) {
            return new GradingTarget(Optional.empty(), Path.of(""));
        }
        String first = arguments.get(0);
        if (arguments.size() > 2) {
            throw new UserFault(
                    ExitCode.USAGE,
                    "unexpected argument '" + arguments.get(2) + "'",
                    "grade one submission at a time: procgrade check ASSIGNMENT PATH");
        }
        if (arguments.size() == 2) {
            checkOrder(arguments, assignments);
            return new GradingTarget(Optional.of(first), existing(arguments.get(1)));
        }
        Optional<Path> path = path(first).filter(GradingTarget::mayExist);
        if (path.isPresent()) {
            return new GradingTarget(Optional.empty(), path.get());
        }
        if (first.contains("/") || first.contains(".")) {
            return new GradingTarget(Optional.empty(), existing(first));
        }
        return new GradingTarget(Optional.of(first), Path.of(""));
    }

    private static void checkOrder(List<String> arguments, Assignments assignments) {
        String first = arguments.get(0);
        String second = arguments.get(1);
        boolean swapped = path(first).filter(GradingTarget::mayExist).isPresent()
                && path(second).filter(GradingTarget::mayExist).isEmpty();
        if (swapped
                && assignments.find(first).isEmpty()
                && assignments.find(second).isPresent()) {
            throw new UserFault(
                    ExitCode.USAGE,
                    "the assignment comes before the submission",
                    "procgrade check " + second + " " + first);
        }
    }

    private static Path existing(String typed) {
        return path(typed)
                .filter(GradingTarget::mayExist)
                .orElseThrow(() -> new UserFault(
                        ExitCode.USAGE,
                        "there is no file or folder '" + typed + "'",
                        "name the folder, file or archive to grade"));
    }

    /** Of what is in a folder that one may not enter nobody can tell; its reader says so. */
    private static boolean mayExist(Path path) {
        try {
            return path.toRealPath().isAbsolute();
        } catch (AccessDeniedException hidden) {
            return true;
        } catch (IOException missing) {
            return false;
        }
    }

    private static Optional<Path> path(String typed) {
        try {
            return Optional.of(Path.of(typed));
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }

    /**
     * The assignment it is about.
     *
     * @param assignments of the course
     * @param submission what was handed in
     * @throws UserFault if it cannot be told
     */
    Assignment find(Assignments assignments, Submission submission) {
        return assignment.isPresent()
                ? named(assignment.get(), assignments)
                : recognised(assignments.recognise(submission), submission);
    }

    /**
     * An assignment by its name.
     *
     * @param name as typed
     * @param assignments of the course
     * @throws UserFault if there is none, with the nearest three
     */
    static Assignment named(String name, Assignments assignments) {
        return assignments.find(name).orElseThrow(() -> {
            List<String> nearest = assignments.nearest(name);
            String wayOut = nearest.isEmpty()
                    ? "there are no assignments here: name their folder with --assignments"
                    : "did you mean " + String.join(", ", nearest) + "? 'procgrade list' lists all; a submission"
                            + " is named by its path";
            return new UserFault(ExitCode.USAGE, "unknown assignment '" + name + "'", wayOut);
        });
    }

    private Assignment recognised(Recognition recognition, Submission submission) {
        if (recognition instanceof Recognition.Recognised one) {
            return one.assignment();
        }
        String where = origin.toString().isEmpty() ? "this folder" : origin.toString();
        if (recognition instanceof Recognition.Ambiguous several) {
            String found = several.candidates().stream()
                    .map(candidate ->
                            candidate.file() + " (" + candidate.assignment().id() + ")")
                    .collect(Collectors.joining(", "));
            throw new UserFault(
                    ExitCode.USAGE,
                    where + " has programs of several assignments: " + found,
                    "say which one: procgrade check "
                            + several.candidates().get(0).assignment().id() + " "
                            + (origin.toString().isEmpty() ? "." : origin));
        }
        List<String> expected = ((Recognition.Unrecognised) recognition).expected();
        if (expected.isEmpty()) {
            throw new UserFault(
                    ExitCode.GRADER_FAULT, "no assignment is without mistakes", "'procgrade list' names the mistakes");
        }
        String names = String.join(", ", Nearest.of(likeliest(submission), expected, NAMES));
        throw new UserFault(
                ExitCode.NOTHING_TO_GRADE,
                where + " has no program that an assignment asks for, in " + files(submission),
                "name the assignment, procgrade check ASSIGNMENT PATH, or call the program as it asks for, such as "
                        + names + "; 'procgrade list' shows all");
    }

    /** The file that is probably the program. */
    private static String likeliest(Submission submission) {
        return Stream.of(Language.values())
                .flatMap(language -> submission.filesEndingIn(language.ending()).stream())
                .findFirst()
                .orElse(submission.files().get(0))
                .name();
    }

    private static String files(Submission submission) {
        int count = submission.files().size();
        String first = submission.files().get(0).path();
        return count == 1 ? "the file " + first : count + " files such as " + first;
    }
}
