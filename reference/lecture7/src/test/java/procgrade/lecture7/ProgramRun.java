package procgrade.lecture7;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a program did when it ran as a process of its own, with the children that it started. */
record ProgramRun(int exitCode, List<String> output, List<String> errors) {
    /** Fast enough for a test, and still in the order of the slides on an idle machine. */
    static final String FAST = "0.02";

    private static final String UNHURRIED = "0.5";

    private static final int LIMIT_SECONDS = 120;

    /** Runs the program in a hurry. */
    static ProgramRun of(Language language, Program program, List<String> arguments) {
        return of(language, program, arguments, FAST);
    }

    /** Runs the program in a hurry, and a Java program with the agent of the tests, which records what is executed. */
    static ProgramRun recordingCoverage(Language language, Program program, List<String> arguments) {
        List<String> command = language.command(program);
        if (language == Language.JAVA) {
            ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                    .filter(argument -> argument.startsWith("-javaagent:"))
                    .forEach(agent -> command.add(1, agent));
        }
        command.addAll(arguments);
        // that program judges by the time whether another process is stuck
        return run(command, program == Program.MESSAGE_QUEUE_LIMIT ? UNHURRIED : FAST);
    }

    /** Runs a Java program, and with it its children, with an option of the virtual machine. */
    static ProgramRun withOption(String option, Program program, List<String> arguments) {
        List<String> command = Language.JAVA.command(program);
        command.add(1, option);
        command.addAll(arguments);
        return run(command, FAST);
    }

    /** Runs the program; {@code timeScale} lengthens or shortens its sleeps. */
    static ProgramRun of(Language language, Program program, List<String> arguments, String timeScale) {
        List<String> command = language.command(program);
        command.addAll(arguments);
        return run(command, timeScale);
    }

    private static ProgramRun run(List<String> command, String timeScale) {
        try {
            return start(command, timeScale);
        } catch (IOException e) {
            throw new IllegalStateException("cannot run " + command, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a test", e);
        }
    }

    private static ProgramRun start(List<String> command, String timeScale) throws IOException, InterruptedException {
        // files, because a child left behind would hold a pipe open and the test would wait for it
        Path output = Files.createTempFile("lecture7-", ".out");
        Path errors = Files.createTempFile("lecture7-", ".err");
        var builder =
                new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
        builder.environment().put("LECTURE7_TIME_SCALE", timeScale);
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        java.lang.Process process = builder.start();
        boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        var run = new ProgramRun(process.exitValue(), Files.readAllLines(output), Files.readAllLines(errors));
        Files.delete(output);
        Files.delete(errors);
        if (!ended) {
            throw new AssertionError(command + " did not end within " + LIMIT_SECONDS + " s: " + run);
        }
        return run;
    }
}
