package procgrade.build;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in words what some errors of javac mean here, where the compiler cannot know it. */
final class CompilerHelp {
    private static final Pattern FILE_NAME = Pattern.compile(
            "(?:class|interface|enum|record) (\\S+) is public, should be declared in a file named (\\S+)");
    private static final Pattern NO_PACKAGE = Pattern.compile("package (\\S+) does not exist");
    private static final Pattern NO_CLASS = Pattern.compile("\\s*symbol:\\s+(?:class|variable) (\\w+)");
    private static final Pattern AMBIGUOUS = Pattern.compile("reference to (\\w+) is ambiguous");
    private static final Pattern ABSTRACT = Pattern.compile("(\\w+) is abstract; cannot be instantiated");
    private static final String LIBRARY = "procgrade.multiprocessing";

    /** What the library has classes for and the JDK types that cannot be made. */
    private static final Set<String> ABSTRACT_IN_THE_JDK = Set.of("Process", "Queue", "Lock", "Condition");

    private final List<JavaSource> sources;

    CompilerHelp(List<JavaSource> sources) {
        this.sources = sources;
    }

    /** Help on the first error that there is any for; otherwise empty. */
    String of(List<CompilerError> errors) {
        return errors.stream()
                .map(this::of)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("");
    }

    private Optional<String> of(CompilerError error) {
        String message = error.message();
        Matcher fileName = FILE_NAME.matcher(message);
        if (fileName.find()) {
            return Optional.of("file and class must have the same name: rename the file to " + fileName.group(2)
                    + ", or the class " + fileName.group(1));
        }
        Matcher ambiguous = AMBIGUOUS.matcher(message);
        if (ambiguous.find() && String.join("\n", error.lines()).contains(LIBRARY)) {
            String type = LIBRARY + "." + ambiguous.group(1);
            return Optional.of("Java has a type of that name, too: add 'import " + type + ";'");
        }
        Matcher isAbstract = ABSTRACT.matcher(message);
        if (isAbstract.matches()) {
            return ofTheJdk(isAbstract.group(1));
        }
        Matcher noPackage = NO_PACKAGE.matcher(message);
        if (noPackage.find()) {
            return Optional.of("there are only the JDK, " + LIBRARY + " and the files of the submission: remove the"
                    + " import of " + noPackage.group(1) + ", or hand in its sources");
        }
        if (isPackageLine(error)) {
            return Optional.of("correct the package line, or remove it: a package is named like 'edu.example.pi'");
        }
        return message.startsWith("cannot find symbol") ? missing(error) : Optional.empty();
    }

    private Optional<String> ofTheJdk(String type) {
        boolean own = sources.stream().anyMatch(source -> source.types().contains(type));
        return own || !ABSTRACT_IN_THE_JDK.contains(type)
                ? Optional.empty()
                : Optional.of("this is Java's own " + type + ": add 'import " + LIBRARY + "." + type
                        + ";', and import no other " + type + " by name");
    }

    private static boolean isPackageLine(CompilerError error) {
        return error.lines().size() > 1 && error.lines().get(1).strip().startsWith("package ");
    }

    private Optional<String> missing(CompilerError error) {
        return error.lines().stream()
                .map(NO_CLASS::matcher)
                .filter(Matcher::matches)
                .map(symbol -> symbol.group(1))
                .findFirst()
                .flatMap(type -> otherPackage(error, type).or(() -> alone(type)));
    }

    /** The type is there, but the package lines keep it away. */
    private Optional<String> otherPackage(CompilerError error, String type) {
        Optional<JavaSource> user = sources.stream()
                .filter(source -> source.path().equals(error.path()))
                .findFirst();
        return sources.stream()
                .filter(source -> source.types().contains(type))
                .filter(source -> user.isPresent()
                        && !source.packageName().equals(user.get().packageName()))
                .findFirst()
                .map(source -> source.path() + " " + packageOf(source) + ", " + error.path() + " "
                        + packageOf(user.get()) + ": give both the same package line");
    }

    private static String packageOf(JavaSource source) {
        return source.packageName().isEmpty() ? "has no package line" : "has 'package " + source.packageName() + ";'";
    }

    private Optional<String> alone(String type) {
        return sources.size() == 1 && Character.isUpperCase(type.charAt(0))
                ? Optional.of("if " + type + " is in a file of yours, hand in the folder with both; if it is the"
                        + " library's, import " + LIBRARY + "." + type)
                : Optional.empty();
    }
}
