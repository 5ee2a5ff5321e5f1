package procgrade.build;

import java.nio.file.Path;
import procgrade.assignment.Assignment;
import procgrade.assignment.Language;
import procgrade.submission.EnvironmentFault;
import procgrade.submission.Submission;

/** Makes a program of a submission. */
public final class Builder {
    private Builder() {}

    /**
     * Builds the solution of an assignment, in the language that the submission is written in.
     *
     * @param submission the submission
     * @param assignment says what the program is called
     * @param tools compilers
     * @param work a folder for what compilers make; made if it does not exist; one for each program, and
     *     needed as long as the program is
     * @return a program, or why there is none
     * @throws EnvironmentFault if this machine lacks what is needed to build it
     * @throws IllegalArgumentException if a Java program was built in that folder before
     */
    public static BuildOutcome build(Submission submission, Assignment assignment, BuildTools tools, Path work) {
        return new LanguageChoice(submission, assignment).build(tools, work);
    }

    /**
     * Builds a program of a given name: a reference, which may be there in several languages, or a sequential program.
     *
     * @param submission where the program is
     * @param language it is written in
     * @param main its class, such as {@code PiMw}, in whatever package; or its file, such as {@code pi_mw.py}
     * @param tools compilers
     * @param work a folder for what compilers make; made if it does not exist; one for each program, and
     *     needed as long as the program is
     * @return a program, or why there is none
     * @throws EnvironmentFault if this machine lacks what is needed to build it
     * @throws IllegalArgumentException if a Java program was built in that folder before
     */
    public static BuildOutcome build(
            Submission submission, Language language, String main, BuildTools tools, Path work) {
        return switch (language) {
            case JAVA -> new JavaBuild(submission, main, tools, work.toAbsolutePath()).build();
            case PYTHON -> new PythonBuild(submission, main, tools, work.toAbsolutePath()).build();
        };
    }

    /**
     * A Java program that was compiled before.
     *
     * @param sources what it was compiled from
     * @param name its class without the package
     * @param mainClass its class with the package
     * @param folder where the main file is, relative to the sources
     * @param classes folder of the class files
     * @param tools with which it was compiled
     * @return the same program as building it again would give
     */
    public static Program compiled(
            Submission sources, String name, String mainClass, String folder, Path classes, BuildTools tools) {
        return JavaBuild.program(sources, name, mainClass, folder, classes, tools);
    }

    /**
     * Where the class files of a Java program are.
     *
     * @param program that was built here
     * @return the folder
     */
    public static Path classes(Program program) {
        String classPath = program.command().get(JavaBuild.CLASS_PATH);
        return Path.of(classPath.substring(classPath.lastIndexOf(':') + 1));
    }

    /**
     * The class that a Java program starts with.
     *
     * @param program that was built here
     * @return its name with the package
     */
    public static String mainClass(Program program) {
        return program.command().get(program.command().size() - 1);
    }
}
