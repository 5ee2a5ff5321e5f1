package procgrade.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The script that completes command lines in bash. Not that of picocli, which knows neither the command {@code run} of
 * the launcher nor the names of assignments.
 */
final class CompletionScript {
    private static final String RUN = "run";

    private final CommandSpec root;
    private final List<String> assignments;

    /**
     * A script.
     *
     * @param root the commands
     * @param assignments their ids
     */
    CompletionScript(CommandSpec root, List<String> assignments) {
        this.root = root;
        this.assignments = assignments;
    }

    String text() {
        return SCRIPT.replace("@COMMANDS@", String.join(" ", commands()))
                .replace("@ASSIGNMENTS@", String.join(" ", assignments))
                .replace("@VALUES@", values())
                .replace("@OPTIONS@", options());
    }

    private List<String> commands() {
        List<String> names = new ArrayList<>(root.subcommands().keySet());
        names.add(RUN);
        return names;
    }

    /** For each option with few possible values a branch of the script. */
    private String values() {
        Map<String, String> values = new TreeMap<>();
        for (CommandLine command : root.subcommands().values()) {
            for (OptionSpec option : command.getCommandSpec().options()) {
                if (option.completionCandidates() != null) {
                    List<String> words = new ArrayList<>();
                    option.completionCandidates().forEach(word -> words.add(word.toLowerCase(Locale.ROOT)));
                    values.put(option.longestName(), String.join(" ", words));
                }
            }
        }
        StringBuilder lines = new StringBuilder();
        values.forEach((option, words) -> lines.append(branch(option, words)));
        return lines.toString();
    }

    private String options() {
        StringBuilder lines = new StringBuilder();
        root.subcommands().forEach((name, command) -> {
            List<String> names = command.getCommandSpec().options().stream()
                    .map(OptionSpec::longestName)
                    .toList();
            lines.append(branch(name, String.join(" ", names)));
        });
        return lines.append(branch(RUN, "--python")).toString();
    }

    private static String branch(String pattern, String words) {
        return "        " + pattern + ") words='" + words + "' ;;\n";
    }

    private static final String SCRIPT = """
            # Completes the commands of procgrade in bash, and in zsh with its bashcompinit.
            if [ -n "${ZSH_VERSION-}" ]; then
                # bashcompinit needs compdef, which a shell without a ~/.zshrc of its own has not loaded
                whence compdef >/dev/null || { autoload -U compinit && compinit -i; }
                autoload -U +X bashcompinit && bashcompinit
            fi

            _procgrade() {
                local program=$1 word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
                local commands='@COMMANDS@' assignments='@ASSIGNMENTS@'
                local command='' given='' python='' words='' start='' i
                # for zsh --format=json is one word, for bash its = is a word of its own
                if [[ $word == --*=* ]]; then
                    before=${word%%=*}
                    start=$before=
                elif [[ $word == = ]]; then
                    word=
                elif [[ $before == = ]]; then
                    before=${COMP_WORDS[COMP_CWORD-2]}
                fi
                for ((i = 1; i < COMP_CWORD; i++)); do
                    if [[ -z $command && " $commands " == *" ${COMP_WORDS[i]} "* ]]; then
                        command=${COMP_WORDS[i]}
                    elif [[ ${COMP_WORDS[i]} == --python ]]; then
                        python=--python
                    elif [[ -n $command && ${COMP_WORDS[i]} != -* ]]; then
                        given=${COMP_WORDS[i]}
                    fi
                done
                case $before in
            @VALUES@        *) _procgrade_words ;;
                esac
                [[ -z $start || -z $words ]] || words=$start${words// / $start}
                COMPREPLY=($(compgen -W "$words" -- "$word"))
            }

            # what may follow, if it is no value of an option; where nothing is offered, the shell offers files
            _procgrade_words() {
                if [[ -z $command ]]; then
                    words="$commands --help --version"
                elif [[ $word == -* ]]; then
                    _procgrade_options
                elif [[ $command == verify ]] ||
                    [[ ( $command == check || $command == batch ) && " $assignments " != *" $given "* ]]; then
                    words=$assignments
                elif [[ $command == run && -z $given ]]; then
                    # the launcher takes pi_mw for PiMw
                    [[ $word != [a-z]* ]] || python=--python
                    words=$("$program" run $python 2>/dev/null | sed -n 's/^  \\([A-Za-z0-9_]*\\) .*/\\1/p')
                fi
            }

            _procgrade_options() {
                case $command in
            @OPTIONS@    esac
            }

            complete -o default -F _procgrade procgrade
            """;
}
