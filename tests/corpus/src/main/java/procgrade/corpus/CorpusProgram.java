package procgrade.corpus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One program of the corpus, in one of its variants, as the comment at its head describes it.
 *
 * @param name the path of its file within the corpus, and the variant
 * @param file where it is
 * @param pattern the mistake that it makes, or what makes it look like one
 * @param hangs whether it stands still for ever; otherwise it ends by itself with exit code 0
 * @param variant its argument, empty if it takes none
 * @param options for the Java virtual machine
 * @param java the oldest version of Java that it runs with
 * @param needs a program that must be installed, empty if none must
 */
record CorpusProgram(
        String name,
        Path file,
        String pattern,
        boolean hangs,
        String variant,
        List<String> options,
        int java,
        String needs) {
    private static final int LINES_OF_HEAD = 20;
    private static final int OLDEST_JAVA = 17;
    private static final String DEADLOCK = "DEADLOCK";
    private static final String LIVES = "lives";
    private static final Pattern LABEL = Pattern.compile("[ *]*(pattern|expect|variants|options|java|needs): (.+)");

    CorpusProgram {
        options = List.copyOf(options);
    }

    /**
     * Reads all programs.
     *
     * @param corpus the folder with the folders {@code hangs} and {@code lives}
     * @return by name
     * @throws IOException if they cannot be read
     * @throws IllegalArgumentException if a head lacks something
     */
    static List<CorpusProgram> all(Path corpus) throws IOException {
        List<CorpusProgram> programs = new ArrayList<>();
        for (String folder : List.of("hangs", "lives")) {
            for (String kind : List.of("java", "plain", "python")) {
                try (Stream<Path> files = Files.list(corpus.resolve(folder).resolve(kind))) {
                    for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                        programs.addAll(read(corpus, file));
                    }
                }
            }
        }
        return programs;
    }

    private static List<CorpusProgram> read(Path corpus, Path file) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        Map<String, String> head = new HashMap<>();
        for (String line : lines.subList(0, Math.min(lines.size(), LINES_OF_HEAD))) {
            Matcher label = LABEL.matcher(line);
            if (label.matches()) {
                head.putIfAbsent(label.group(1), label.group(2));
            }
        }
        return of(corpus.relativize(file).toString(), file, head);
    }

    /** One for each variant. */
    static List<CorpusProgram> of(String name, Path file, Map<String, String> head) {
        String expected = head.getOrDefault("expect", "");
        if (!head.containsKey("pattern") || !expected.equals(DEADLOCK) && !expected.equals(LIVES)) {
            throw new IllegalArgumentException(
                    name + ": its head needs a line 'pattern: …', and 'expect: DEADLOCK' or 'expect: lives'");
        }
        boolean hangs = expected.equals(DEADLOCK);
        if (hangs != name.startsWith("hangs/")) {
            throw new IllegalArgumentException(name + ": it is in the wrong folder for 'expect: " + expected + "'");
        }
        List<CorpusProgram> variants = new ArrayList<>();
        for (String variant : head.getOrDefault("variants", "").split(" +")) {
            variants.add(new CorpusProgram(
                    variant.isEmpty() ? name : name + " " + variant,
                    file,
                    head.get("pattern"),
                    hangs,
                    variant,
                    Stream.of(head.getOrDefault("options", "").split(" +"))
                            .filter(option -> !option.isEmpty())
                            .toList(),
                    Integer.parseInt(head.getOrDefault("java", Integer.toString(OLDEST_JAVA))),
                    head.getOrDefault("needs", "")));
        }
        return variants;
    }

    boolean isJava() {
        return file.toString().endsWith(".java");
    }

    /** Java with the library, plain Java, or Python. */
    String kind() {
        return file.getParent().getFileName().toString();
    }

    String className() {
        return file.getFileName().toString().replaceFirst("\\.java$", "");
    }

    /** {@return whether the pattern of a user finds it} */
    boolean matches(Pattern wanted) {
        return wanted.matcher(name).find() || wanted.matcher(pattern).find();
    }
}
