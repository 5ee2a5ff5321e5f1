package procgrade.engine;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import procgrade.rubric.Check;

/**
 * Where in the sources of a rubric its classes and checks are. Asked only when there is something to complain about: class
 * files know no line of a declaration.
 */
final class RubricSources {
    private final List<Path> files;

    /**
     * Sources.
     *
     * @param files all of one rubric, which compile
     */
    RubricSources(List<Path> files) {
        this.files = List.copyOf(files);
    }

    /** {@return where a class begins, as file and line, from its annotations; empty if it cannot be told} */
    Optional<String> place(Class<?> type) {
        return search(type, Optional.empty());
    }

    /** {@return likewise of a check; of several methods of that name the last check, which is one too many} */
    Optional<String> place(Class<?> type, String check) {
        return search(type, Optional.of(check));
    }

    private Optional<String> search(Class<?> type, Optional<String> check) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            return Optional.empty();
        }
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    manager,
                    unused -> {},
                    List.of("-proc:none"),
                    null,
                    manager.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                Optional<String> found = declaration(unit, type, check).map(tree -> place(unit, tree, positions));
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static String place(CompilationUnitTree unit, Tree tree, SourcePositions positions) {
        long line = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
        return Path.of(unit.getSourceFile().toUri()) + ":" + line;
    }

    private static Optional<Tree> declaration(CompilationUnitTree unit, Class<?> type, Optional<String> check) {
        String inPackage = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
        Optional<ClassTree> declared = each(unit.getTypeDecls(), ClassTree.class)
                .filter(tree -> type.getName().equals(inPackage + tree.getSimpleName()))
                .findFirst();
        if (check.isEmpty()) {
            return declared.map(tree -> tree);
        }
        return declared.flatMap(tree -> each(tree.getMembers(), MethodTree.class)
                .filter(method -> method.getName().contentEquals(check.get()) && isCheck(method))
                .reduce((first, last) -> last));
    }

    private static boolean isCheck(MethodTree method) {
        return method.getModifiers().getAnnotations().stream()
                .map(annotation -> annotation.getAnnotationType().toString())
                .anyMatch(name -> name.equals(Check.class.getSimpleName()) || name.equals(Check.class.getName()));
    }

    private static <T extends Tree> Stream<T> each(List<? extends Tree> trees, Class<T> kind) {
        return trees.stream().filter(kind::isInstance).map(kind::cast);
    }
}
