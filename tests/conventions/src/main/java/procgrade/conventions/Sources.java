package procgrade.conventions;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Java sources, parsed but not compiled, so that comments and strings cannot mislead a rule. */
final class Sources {
    private static final Set<String> CONSOLE = Set.of("out", "err", "exit");

    private final List<CompilationUnitTree> units = new ArrayList<>();
    private SourcePositions positions;

    private Sources() {}

    /**
     * The sources below a folder; none if the folder does not exist.
     *
     * @throws IOException if a source cannot be read
     */
    static Sources under(Path folder) throws IOException {
        var sources = new Sources();
        List<Path> files = javaFiles(folder);
        if (!files.isEmpty()) {
            sources.parse(files);
        }
        return sources;
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private void parse(List<Path> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            var task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            task.parse().forEach(units::add);
            positions = Trees.instance(task).getSourcePositions();
        }
    }

    /** {@code path:line} and a sentence for each source with more lines. */
    List<String> filesLongerThan(int lines) throws IOException {
        var found = new ArrayList<String>();
        for (CompilationUnitTree unit : units) {
            long length =
                    unit.getSourceFile().getCharContent(true).toString().lines().count();
            if (length > lines) {
                found.add(path(unit) + ":" + (lines + 1) + ": the file has " + length + " lines, the limit is " + lines
                        + ": split it by what its parts are for");
            }
        }
        return found;
    }

    /** {@code path:line} and a sentence for each method or constructor with more lines, comments before it not counted. */
    List<String> methodsLongerThan(int lines) {
        var found = new ArrayList<String>();
        units.forEach(unit -> unit.accept(
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitMethod(MethodTree method, Void none) {
                        long length = lastLine(unit, method) - line(unit, method) + 1;
                        if (length > lines) {
                            found.add(at(unit, method) + "the method " + method.getName() + " has " + length
                                    + " lines, the limit is " + lines + ": name its steps");
                        }
                        return super.visitMethod(method, null);
                    }
                },
                null));
        return found;
    }

    /** {@code path:line} and a sentence for each use of a console stream or of System.exit outside some packages. */
    List<String> consoleUsesOutside(Set<String> packages) {
        var found = new ArrayList<String>();
        units.stream()
                .filter(unit -> !packages.contains(packageOf(unit)))
                .forEach(unit -> unit.accept(
                        new TreeScanner<Void, Void>() {
                            @Override
                            public Void visitMemberSelect(MemberSelectTree select, Void none) {
                                if (isConsole(select)) {
                                    found.add(at(unit, select) + select + " belongs to the packages after 'console:'"
                                            + " in package-dependencies.txt: return the text, or review the table");
                                }
                                return super.visitMemberSelect(select, null);
                            }
                        },
                        null));
        return found;
    }

    private static boolean isConsole(MemberSelectTree select) {
        return CONSOLE.contains(select.getIdentifier().toString())
                && select.getExpression() instanceof IdentifierTree owner
                && owner.getName().contentEquals("System");
    }

    private static String packageOf(CompilationUnitTree unit) {
        return unit.getPackageName() == null ? "" : unit.getPackageName().toString();
    }

    private String at(CompilationUnitTree unit, Tree tree) {
        return path(unit) + ":" + line(unit, tree) + ": ";
    }

    private static String path(CompilationUnitTree unit) {
        return unit.getSourceFile().getName();
    }

    private long line(CompilationUnitTree unit, Tree tree) {
        return unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
    }

    private long lastLine(CompilationUnitTree unit, Tree tree) {
        return unit.getLineMap().getLineNumber(positions.getEndPosition(unit, tree));
    }
}
