package procgrade.cli;

/** The program {@code procgrade}. */
public final class Main {
    private Main() {}

    /**
     * Runs one command and ends the virtual machine with its {@link ExitCode}.
     *
     * @param arguments the command and its arguments
     */
    public static void main(String[] arguments) {
        ExitCode code = new Application(Surroundings.ofThisProcess()).run(arguments);
        System.exit(code.number());
    }
}
