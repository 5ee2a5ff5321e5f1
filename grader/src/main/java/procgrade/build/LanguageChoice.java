package procgrade.build;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import procgrade.assignment.Assignment;
import procgrade.assignment.Language;
import procgrade.build.BuildOutcome.BuildFailed;
import procgrade.submission.Submission;
import procgrade.submission.SubmittedFile;

/** Which language a submission is written in. */
final class LanguageChoice {
    private static final int SHOWN = 5;

    private final Submission submission;
    private final Assignment assignment;

    LanguageChoice(Submission submission, Assignment assignment) {
        this.submission = submission;
        this.assignment = assignment;
    }

    BuildOutcome build(BuildTools tools, Path work) {
        boolean java = has(Language.JAVA);
        boolean python = has(Language.PYTHON);
        if (java && python) {
            return failed(
                    "there are two programs: " + assignment.mainFile(Language.JAVA) + " and "
                            + assignment.mainFile(Language.PYTHON),
                    "hand in one of them, or name the file that is to be graded");
        }
        if (!java && !python) {
            // Only one of the two kinds of sources: its build explains what the main file should be called.
            java = hasSources(Language.JAVA) && !hasSources(Language.PYTHON);
            python = hasSources(Language.PYTHON) && !hasSources(Language.JAVA);
        }
        if (java) {
            return Builder.build(submission, Language.JAVA, assignment.javaMain(), tools, work);
        }
        if (python) {
            return Builder.build(submission, Language.PYTHON, assignment.pythonMain(), tools, work);
        }
        return failed(
                "there is neither " + assignment.mainFile(Language.JAVA) + " nor "
                        + assignment.mainFile(Language.PYTHON),
                found());
    }

    private boolean has(Language language) {
        String wanted = assignment.mainFile(language);
        return submission.files().stream().anyMatch(file -> file.name().equals(wanted));
    }

    private boolean hasSources(Language language) {
        return !submission.filesEndingIn(language.ending()).isEmpty();
    }

    private String found() {
        return "hand in one of them; found were: " + shortened(paths(submission.files()));
    }

    private static BuildFailed failed(String rationale, String help) {
        return new BuildFailed(rationale, help, List.of(), Optional.empty(), Duration.ZERO);
    }

    /** Some paths, and how many there are beyond. */
    static String shortened(List<String> paths) {
        String first = paths.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return paths.size() > SHOWN ? first + " and " + (paths.size() - SHOWN) + " more" : first;
    }

    static List<String> paths(List<SubmittedFile> files) {
        return files.stream().map(SubmittedFile::path).toList();
    }
}
