package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_ERR)
final class ConsoleTests {
    private static List<String> printed(Runnable action) {
        PrintStream before = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            action.run();
        } finally {
            System.setErr(before);
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static StackTraceElement frame(String type) {
        return new StackTraceElement(type, "method", "File.java", 1);
    }

    private static <T extends Throwable> T thrown(T thrown, String... types) {
        StackTraceElement[] frames = new StackTraceElement[types.length];
        for (int i = 0; i < types.length; i++) {
            frames[i] = frame(types[i]);
        }
        thrown.setStackTrace(frames);
        return thrown;
    }

    @Test
    void warns_in_one_line() {
        assertThat(printed(() -> Console.warn("something is wrong")))
                .containsExactly("multiprocessing: something is wrong");
    }

    @Test
    void warns_once_of_the_same() {
        String sentence = "something is wrong with " + Shared.session().newName("consoletest");
        assertThat(printed(() -> {
                    Console.warnOnce(sentence);
                    Console.warnOnce(sentence);
                }))
                .containsExactly("multiprocessing: " + sentence);
    }

    @Test
    void cuts_its_own_frames_below_those_of_the_program() {
        String[] plumbing = {"jdk.internal.reflect.Accessor", "java.lang.reflect.Method", ChildMain.class.getName()};
        Throwable cause = thrown(new IllegalArgumentException("inner"), "my.Inner", "java.util.List", plumbing[1]);
        Throwable top =
                thrown(new IllegalStateException("outer", cause), "my.Outer", plumbing[0], plumbing[1], plumbing[2]);
        top.addSuppressed(thrown(new RuntimeException("other"), "my.Other", plumbing[2]));
        cause.addSuppressed(top);
        assertThat(printed(() -> Console.traceback("Process-3", top)))
                .startsWith(
                        "Process Process-3:",
                        "java.lang.IllegalStateException: outer",
                        "\tat my.Outer.method(File.java:1)")
                .contains(
                        "\tSuppressed: java.lang.RuntimeException: other",
                        "\t\tat my.Other.method(File.java:1)",
                        "Caused by: java.lang.IllegalArgumentException: inner",
                        "\tat my.Inner.method(File.java:1)",
                        "\tat java.util.List.method(File.java:1)")
                .noneMatch(line -> line.contains("reflect") || line.contains("ChildMain"));
    }

    @Test
    void keeps_the_frames_if_all_are_its_own() {
        String own = ChildMain.class.getName();
        assertThat(printed(() -> Console.traceback("x", thrown(new RuntimeException("y"), own))))
                .containsExactly("Process x:", "java.lang.RuntimeException: y", "\tat " + own + ".method(File.java:1)");
    }
}
