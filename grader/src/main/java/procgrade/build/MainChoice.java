package procgrade.build;

import java.util.List;
import java.util.Locale;
import procgrade.submission.EntryName;

/** The file that a program begins in: exactly one, or a sentence on why there is none. */
sealed interface MainChoice {
    /** It is clear. */
    record Chosen(JavaSource source) implements MainChoice {}

    /** It is not clear. */
    record Unclear(String rationale, String help) implements MainChoice {}

    /**
     * Looks for the class with {@code main}.
     *
     * @param sources all sources of the submission
     * @param main simple name of the class
     */
    static MainChoice among(List<JavaSource> sources, String main) {
        List<JavaSource> declaring =
                sources.stream().filter(source -> source.types().contains(main)).toList();
        List<JavaSource> candidates =
                declaring.stream().filter(JavaSource::hasMain).toList();
        if (candidates.isEmpty()) {
            candidates = declaring;
        }
        return switch (candidates.size()) {
            case 0 -> none(sources, main);
            case 1 -> new Chosen(candidates.get(0));
            default -> several(candidates, main);
        };
    }

    private static Unclear none(List<JavaSource> sources, String main) {
        for (JavaSource source : sources) {
            if (source.fileName().equalsIgnoreCase(main + ".java")) {
                String found = source.types().isEmpty() ? "no class" : declared(source);
                return new Unclear(
                        source.path() + " does not declare the class " + main + ", but " + found,
                        "call the class with main '" + main + "', and its file " + main + ".java");
            }
        }
        String found = LanguageChoice.shortened(paths(sources));
        return new Unclear(
                "there is no " + main + ".java",
                "call the class with main '" + main + "', and its file " + main + ".java; found were: " + found);
    }

    private static String declared(JavaSource source) {
        return LanguageChoice.shortened(
                source.types().stream().map(EntryName::printable).toList());
    }

    private static List<String> paths(List<JavaSource> sources) {
        return sources.stream().map(JavaSource::path).toList();
    }

    private static Unclear several(List<JavaSource> candidates, String main) {
        boolean sameName =
                candidates.stream().map(JavaSource::fileName).distinct().count() == 1;
        String paths = LanguageChoice.shortened(paths(candidates));
        String files = count(candidates.size()) + " files ";
        return new Unclear(
                files + (sameName ? "are named " + candidates.get(0).fileName() : "declare the class " + main) + ": "
                        + paths,
                "hand in one");
    }

    /** A small number in words. */
    static String count(int number) {
        return number == 2 ? "two" : number == 3 ? "three" : String.format(Locale.ROOT, "%d", number);
    }
}
