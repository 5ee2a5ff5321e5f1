package procgrade.cli;

import java.nio.file.Path;

/** What the doctor asks about Java. */
final class JavaChecks {
    private static final int OLDEST = 17;

    private JavaChecks() {}

    static CheckResult version(Machine machine) {
        Runtime.Version version = machine.javaVersion();
        return version.feature() >= OLDEST
                ? CheckResult.pass("java", version.toString())
                : CheckResult.fail("java", version.toString(), "install a JDK of version " + OLDEST + " or newer");
    }

    static CheckResult compiler(Machine machine) {
        Path javac = machine.javaHome().resolve("bin/javac");
        return machine.isExecutable(javac)
                ? CheckResult.pass("java compiler", javac.toString())
                : CheckResult.fail(
                        "java compiler",
                        "there is no " + javac,
                        "install a whole JDK (Debian: apt-get install openjdk-17-jdk-headless)");
    }
}
