package procgrade.multiprocessing.globals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which calls keep the library from running an initializer early, in the class files of real ones. */
final class HarmlessCallsTests {
    static Stream<Class<?>> making() {
        return Stream.of(Initializers.Making.class.getDeclaredClasses());
    }

    static Stream<Class<?>> using() {
        return Stream.of(Initializers.Using.class.getDeclaredClasses());
    }

    private static boolean isHarmless(Class<?> type) {
        ClassFile file = ClassFile.of(type);
        assertThat(file.initializer()).isNotEmpty();
        return InitializerCheck.isHarmless(file, type.getName());
    }

    @ParameterizedTest
    @MethodSource("making")
    void making_values_and_shared_objects_is_harmless(Class<?> type) {
        assertThat(isHarmless(type)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("using")
    void using_them_is_not(Class<?> type) {
        assertThat(isHarmless(type)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java/util/ArrayListing",
                "java/util/function/ArrayList",
                "java/util/stream/Stream",
                "java/util/concurrent/ExecutorCompletionService",
                "java/util/concurrent/locks/LockSupport",
                "java/util/Formatter",
                "java/lang/Thread",
                "java/lang/StringTemplate",
                "ArrayList",
                "procgrade/multiprocessing/kernel/Session",
                "procgrade/lecture7/Queue"
            })
    void only_the_named_classes_count_not_others_that_are_called_alike(String owner) {
        assertThat(HarmlessCalls.contains(owner, "<init>")).isFalse();
    }
}
