package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import procgrade.multiprocessing.codec.Decoder;
import procgrade.multiprocessing.codec.Encoder;

/** Calls that are written and read within one process, as a parent and its child do. */
final class TargetCallTests {
    private static final List<Object> CALLED = new ArrayList<>();

    @AfterEach
    void forget() {
        CALLED.clear();
    }

    private static TargetCall.ReadyCall sent(Target target, Object... arguments) throws ReflectiveOperationException {
        Encoder out = new Encoder();
        TargetCall.of(target, Arrays.asList(arguments)).write(out);
        return TargetCall.read(new Decoder(out.bytes(), 0));
    }

    private static void note(Object... values) {
        CALLED.addAll(Arrays.asList(values));
    }

    private static void two(int number, String text) {
        note(number, text);
    }

    private record Noted(String text) implements Target1<Integer> {
        Noted(String text, long number) {
            this(text);
            note("made", text, number);
        }

        @Override
        public void run(Integer number) {
            note(text, number);
        }

        void again() {
            note("again", text);
        }
    }

    @Test
    void find_static_methods_methods_of_objects_and_constructors() throws Throwable {
        sent((Target2<Integer, String>) TargetCallTests::two, 1, "a").run();
        sent((Target0) new Noted("b")::again).run();
        sent((Target1<Noted>) Noted::again, new Noted("c")).run();
        sent((Target2<String, Long>) Noted::new, "d", 4L).run();
        assertThat(CALLED).containsExactly(1, "a", "again", "b", "again", "c", "made", "d", 4L);
    }

    @Test
    void bring_captured_values_and_objects_that_implement_a_target() throws Throwable {
        String captured = "captured";
        double number = 2.5;
        sent((Target1<Integer>) x -> note(captured, number, x), 7).run();
        sent(new Noted("e"), 8).run();
        assertThat(CALLED).containsExactly("captured", 2.5, 7, "e", 8);
    }

    @Test
    void bring_shared_objects_as_what_they_are() throws Throwable {
        Queue<Object> queue = new Queue<>();
        sent((Target1<String>) queue::put, "through the copy").run();
        assertThat(queue.get()).isEqualTo("through the copy");
    }

    @Test
    void throw_what_the_target_throws() throws ReflectiveOperationException {
        TargetCall.ReadyCall call = sent((Target0) () -> {
            throw new InterruptedException("from the target");
        });
        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(call::run)
                .withMessage("from the target");
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"}) // as a program does that ignores the compiler's warnings
    void say_what_does_not_fit_if_the_compiler_was_not_asked() throws ReflectiveOperationException {
        Target2 target = (Target2<Integer, String>) TargetCallTests::two;
        TargetCall.ReadyCall call = sent(target, "text", null);
        assertThatIllegalArgumentException()
                .isThrownBy(call::run)
                .withMessage("cannot call private static void " + TargetCallTests.class.getName()
                        + ".two(int,java.lang.String) with [java.lang.String, null]; give as many arguments as it has"
                        + " parameters, of their types");
    }

    @Test
    void need_a_public_method_to_run() {
        String name = Noted.class.getName();
        assertThatIllegalStateException()
                .isThrownBy(() -> sent(new Noted("f"), 1, 2))
                .withMessage("the target " + name + " has no public method run with 2 arguments; declare one");
    }

    @Test
    void know_the_classes_whose_globals_the_target_sees() {
        assertThat(TargetCall.of((Target2<Integer, String>) TargetCallTests::two, List.of())
                        .classes())
                .containsExactly(TargetCallTests.class);
        assertThat(TargetCall.of((Target1<Noted>) Noted::again, List.of()).classes())
                .containsExactly(Noted.class, TargetCallTests.class);
        assertThat(TargetCall.of(new Noted("g"), List.of()).classes()).containsExactly(Noted.class);
    }
}
