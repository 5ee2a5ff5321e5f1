package procgrade.standstill;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import procgrade.observe.Observed;
import procgrade.observe.ObservedProcess;

/**
 * Finds the sources of a Python program: the script of its command line, and whatever it imports from beside itself.
 * Modules that are not there are taken to belong to Python or to an installed package.
 */
final class PythonSources {
    private static final Set<String> OPTIONS_WITH_VALUE = Set.of("-W", "-X", "--check-hash-based-pycs");
    private static final Pattern IMPORT = Pattern.compile(
            "^[ \\t]*(?:from[ \\t]+(\\w+)[\\w.]*[ \\t]+import\\b|import[ \\t]+([^#\\n]+))", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("\\s*(\\w+).*");
    private static final String OF_LIBRARY = "from multiprocessing.";

    /** Longer command lines may have been cut off. */
    private static final int LONGEST_PROGRAM = 8 * 1024;

    private final ProgramFiles files;
    private final long pid;
    private final List<String> texts = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final Deque<String> imports = new ArrayDeque<>();

    private PythonSources(ProgramFiles files, long pid) {
        this.files = files;
        this.pid = pid;
    }

    /**
     * Finds the sources.
     *
     * @param files of the program
     * @param process a Python interpreter
     * @return the texts, none for a process that Python's multiprocessing has started for a program; empty if not all
     *     of them are known
     */
    static Optional<List<String>> of(ProgramFiles files, ObservedProcess process) {
        List<String> words = process.commandLine();
        int at = 1;
        while (at < words.size()
                && words.get(at).startsWith("-")
                && !words.get(at).matches("-|-[cm].*")) {
            at += OPTIONS_WITH_VALUE.contains(words.get(at)) ? 2 : 1;
        }
        PythonSources sources = new PythonSources(files, process.pid());
        return at < words.size() && sources.collect(words.subList(at, words.size()))
                ? Optional.of(sources.texts)
                : Optional.empty();
    }

    private boolean collect(List<String> words) {
        String first = words.get(0);
        if (first.equals("-c") && words.size() > 1) {
            // as CommandLine shows it
            String program = words.get(1).replace("\\n", "\n");
            boolean whole = program.length() < LONGEST_PROGRAM;
            return program.startsWith(OF_LIBRARY) || whole && add(program) && addImports("");
        }
        if (first.equals("-m") && words.size() > 1) {
            imports.add(words.get(1).replaceFirst("\\..*", ""));
            return addImports("") && !texts.isEmpty();
        }
        return !first.startsWith("-") && addFile(first) && addImports(first.substring(0, first.lastIndexOf('/') + 1));
    }

    private boolean addFile(String path) {
        Observed<String> text = files.text(pid, path);
        return text.isKnown() && add(text.value());
    }

    private boolean add(String text) {
        texts.add(text);
        Matcher line = IMPORT.matcher(text);
        while (line.find()) {
            if (line.group(1) != null) {
                imports.add(line.group(1));
                continue;
            }
            for (String part : line.group(2).split(",")) {
                Matcher name = NAME.matcher(part);
                if (name.matches()) {
                    imports.add(name.group(1));
                }
            }
        }
        return true;
    }

    /** Of a package all files are taken, whichever of them it uses. */
    private boolean addImports(String folder) {
        while (!imports.isEmpty()) {
            String name = imports.remove();
            if (!seen.add(name)) {
                continue;
            }
            Observed<String> module = files.text(pid, folder + name + ".py");
            if (module.isKnown()) {
                add(module.value());
                continue;
            }
            Observed<List<String>> inPackage = files.pythonFiles(pid, folder + name);
            boolean missing = module.equals(Observed.gone());
            if (!missing || !inPackage.isKnown() || !inPackage.value().stream().allMatch(this::addFile)) {
                return false;
            }
        }
        return true;
    }
}
