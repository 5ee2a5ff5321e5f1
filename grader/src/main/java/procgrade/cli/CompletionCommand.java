package procgrade.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code procgrade completion}: a script that lets a shell complete commands and options. */
@Command(
        name = "completion",
        header = "Print a script that completes commands and options in bash and zsh.",
        description = {"", "Put this line into ~/.bashrc or ~/.zshrc:  source <(procgrade completion)", ""},
        sortOptions = false)
final class CompletionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    private final Surroundings surroundings;

    CompletionCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** {@inheritDoc} */
    @Override
    public Integer call() {
        CommandLine root = spec.root().commandLine();
        surroundings.out().print(AutoComplete.bash("procgrade", root));
        surroundings.out().flush();
        return ExitCode.PASSED.number();
    }
}
