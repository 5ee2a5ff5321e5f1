package procgrade.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import procgrade.assignment.Assignment;
import procgrade.assignment.AssignmentFolder;
import procgrade.assignment.Assignments;
import procgrade.submission.Submission;
import procgrade.submission.SubmittedFile;

class GradingTargetTests {
    @TempDir
    private Path folder;

    private Assignments course;
    private String work;

    @BeforeEach
    void make_a_course_of_two_assignments() throws IOException {
        Path root = folder.resolve("course");
        AssignmentFolder.piMw(root);
        AssignmentFolder.create(root.resolve("args"), "Arguments", "Args", "args.py");
        course = Assignments.in(root);
        work = Files.createDirectory(folder.resolve("work")).toString();
    }

    private GradingTarget of(String... arguments) {
        return GradingTarget.of(List.of(arguments), course);
    }

    private static UserFault faultOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable code) {
        return assertThatExceptionOfType(UserFault.class).isThrownBy(code).actual();
    }

    private static Submission submission(String... paths) {
        List<SubmittedFile> files =
                List.of(paths).stream().map(path -> new SubmittedFile(path, 1)).toList();
        return new Submission("ada", Path.of("/staging"), files, List.of());
    }

    @Test
    void without_arguments_it_is_the_current_folder() {
        assertThat(of()).isEqualTo(new GradingTarget(Optional.empty(), Path.of("")));
    }

    @Test
    void one_argument_is_a_submission_if_there_is_such_a_file_and_an_assignment_otherwise() {
        assertThat(of(work)).isEqualTo(new GradingTarget(Optional.empty(), Path.of(work)));
        assertThat(of("pi_mw")).isEqualTo(new GradingTarget(Optional.of("pi_mw"), Path.of("")));
    }

    @Test
    void two_arguments_are_an_assignment_and_a_submission() {
        assertThat(of("pi_mw", work)).isEqualTo(new GradingTarget(Optional.of("pi_mw"), Path.of(work)));
    }

    @Test
    void what_looks_like_a_path_is_not_taken_for_an_assignment() {
        assertThat(faultOf(() -> of("ada.zip"))).hasMessage("there is no file or folder 'ada.zip'");
        assertThat(faultOf(() -> of("pi/mw"))).hasMessage("there is no file or folder 'pi/mw'");
        assertThat(faultOf(() -> of("pi_mw", "\0"))).hasMessage("there is no file or folder '\0'");
    }

    @Test
    void arguments_in_the_wrong_order_are_put_right() {
        UserFault fault = faultOf(() -> of(work, "pi_mw"));

        assertThat(fault).hasMessage("the assignment comes before the submission");
        assertThat(fault.wayOut()).isEqualTo("procgrade check pi_mw " + work);
        assertThat(fault.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void a_third_argument_is_refused() {
        assertThat(faultOf(() -> of("pi_mw", work, "more"))).hasMessage("unexpected argument 'more'");
    }

    @Test
    void an_assignment_is_found_whichever_way_its_name_is_written() {
        assertThat(GradingTarget.named("PiMw", course).id()).isEqualTo("pi_mw");
    }

    @Test
    void of_an_unknown_assignment_the_nearest_are_named() {
        UserFault fault = faultOf(() -> GradingTarget.named("pi_nw", course));

        assertThat(fault).hasMessage("unknown assignment 'pi_nw'");
        assertThat(fault.wayOut()).startsWith("did you mean pi_mw, args? 'procgrade list' lists all");
        assertThat(fault.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void the_files_tell_the_assignment() {
        Assignment found = of().find(course, submission("README.md", "src/args.py"));

        assertThat(found.id()).isEqualTo("args");
    }

    @Test
    void a_named_assignment_needs_no_files_that_tell_it() {
        assertThat(of("pi_mw").find(course, submission("args.py")).id()).isEqualTo("pi_mw");
    }

    @Test
    void programs_of_several_assignments_are_all_named() {
        UserFault fault = faultOf(() -> of().find(course, submission("Args.java", "b/PiMw.java")));

        assertThat(fault)
                .hasMessage("this folder has programs of several assignments: Args.java (args), b/PiMw.java (pi_mw)");
        assertThat(fault.wayOut()).isEqualTo("say which one: procgrade check args .");
        assertThat(fault.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void a_course_of_mistakes_only_recognises_nothing() throws IOException {
        Path broken = Files.createDirectories(folder.resolve("broken/pi_mw"));
        Files.writeString(broken.resolve("assignment.properties"), "colour=blue\n");

        UserFault fault = faultOf(() -> of().find(Assignments.in(broken.getParent()), submission("PiMw.java")));

        assertThat(fault).hasMessage("no assignment is without mistakes");
        assertThat(fault.wayOut()).isEqualTo("'procgrade list' names the mistakes");
        assertThat(fault.exitCode()).isEqualTo(ExitCode.GRADER_FAULT);
    }

    @Test
    void no_recognisable_program_means_that_there_is_nothing_to_grade() {
        UserFault fault = faultOf(() -> of(work).find(course, submission("a.txt", "src/Pi.java")));

        assertThat(fault).hasMessage(work + " has no program that an assignment asks for, in 2 files such as a.txt");
        assertThat(fault.wayOut())
                .isEqualTo(
                        "name the assignment, procgrade check ASSIGNMENT PATH, or call the program as it asks for, such"
                                + " as PiMw.java, Args.java, pi_mw.py; 'procgrade list' shows all");
        assertThat(fault.exitCode()).isEqualTo(ExitCode.NOTHING_TO_GRADE);
    }
}
