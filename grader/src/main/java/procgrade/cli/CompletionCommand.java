package procgrade.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code procgrade completion}: a script that lets a shell complete commands and options. */
@Command(
        name = "completion",
        header = "Print a script that completes command lines in your shell.",
        synopsisHeading = "%n  source <(procgrade completion)    switch it on, in bash or zsh%n%nUsage: ",
        abbreviateSynopsis = true,
        description = {
            "",
            "With that line in ~/.bashrc or ~/.zshrc the Tab key completes commands, options, and the names of"
                    + " assignments and of the lecture's programs.",
            ""
        },
        sortOptions = false)
final class CompletionCommand implements Callable<Integer> {
    @Option(names = "--assignments", paramLabel = "DIR", description = "Folder with the assignments of a course.")
    private Path folder;

    @Spec
    private CommandSpec spec;

    private final Surroundings surroundings;

    CompletionCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** {@inheritDoc} */
    @Override
    public Integer call() {
        List<String> assignments = Home.course(folder).ids();
        surroundings.out().print(new CompletionScript(spec.root(), assignments).text());
        surroundings.out().flush();
        return ExitCode.PASSED.number();
    }
}
