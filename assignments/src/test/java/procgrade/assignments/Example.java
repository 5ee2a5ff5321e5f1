package procgrade.assignments;

import java.util.ArrayList;
import java.util.List;

/**
 * A command of a statement, a line {@code $ …} in a block of code, with the lines below it.
 *
 * @param command its words, the program first
 * @param output what it prints, line by line
 */
record Example(List<String> command, List<String> output) {
    private static final String FENCE = "```";
    private static final String PROMPT = "$ ";

    static List<Example> in(String markdown) {
        var examples = new ArrayList<Example>();
        boolean isOutput = false;
        for (String line : markdown.lines().toList()) {
            if (line.startsWith(FENCE)) {
                isOutput = false;
            } else if (line.startsWith(PROMPT)) {
                List<String> words = List.of(line.substring(PROMPT.length()).split(" ", -1));
                examples.add(new Example(words, new ArrayList<>()));
                isOutput = true;
            } else if (isOutput) {
                examples.get(examples.size() - 1).output().add(line);
            }
        }
        return examples;
    }

    boolean isJava() {
        return command.get(0).equals("java");
    }

    /** What comes after the program's name, which is the class or the file. */
    List<String> arguments(String program) {
        return command.subList(command.indexOf(program) + 1, command.size());
    }
}
