package procgrade.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelCallTests {
    private static KernelCall saved(String name, long pid) {
        byte[] content = SavedProc.load(name)
                .read(pid + "/task/" + pid + "/syscall", 512)
                .value();
        return KernelCall.parse(content).orElseThrow();
    }

    @Test
    void a_blocked_thread_is_in_a_call_with_six_arguments() {
        KernelCall call = saved("python-queue", 3940);

        assertThat(call.form()).isEqualTo(KernelCall.Form.IN_CALL);
        assertThat(call.number()).isZero();
        assertThat(call.arguments()).containsExactly(3L, 0x7f64f2ddd160L, 4L, 0x7f64f325b3fcL, 0L, 0L);
        assertThat(call.stackPointer()).isEqualTo(0x7ffdebb611a8L);
    }

    @Test
    void a_thread_on_a_core_is_running() {
        assertThat(saved("endless-loop", 2576).form()).isEqualTo(KernelCall.Form.RUNNING);
    }

    @Test
    void a_stopped_thread_may_be_outside_of_any_call() {
        KernelCall call = saved("stopped-loop", 2576);

        assertThat(call.form()).isEqualTo(KernelCall.Form.OUTSIDE_CALL);
        assertThat(call.arguments()).isEmpty();
        assertThat(call.stackPointer()).isEqualTo(0x7fff447fe350L);
        assertThat(call.isOf32BitProgram()).isFalse();
    }

    @Test
    void registers_are_read_as_unsigned() {
        KernelCall call = parse("61 0xffffffffffffffff 0x0 0x0 0x0 0x0 0x0 0x7fff00000000 0x1");

        assertThat(call.argument(0)).isEqualTo(-1L);
    }

    @Test
    void a_stack_below_4_gib_shows_a_32_bit_program() {
        assertThat(parse("3 0x0 0x0 0x0 0x0 0x0 0x0 0xffb01234 0xf7f00000").isOf32BitProgram())
                .isTrue();
        assertThat(saved("python-queue", 3940).isOf32BitProgram()).isFalse();
    }

    @Test
    void equal_readings_are_equal() {
        assertThat(saved("python-queue", 3940)).isEqualTo(saved("python-queue", 3940));
        assertThat(new KernelCall(KernelCall.Form.RUNNING, -1, List.of(), 0)).isEqualTo(saved("endless-loop", 2576));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "walking",
                "-1",
                "-1 0x1",
                "-1 1 2",
                "0 0x3 0x0",
                "0 3 0 0 0 0 0 0x7fff00000000 0x1",
                "0 0xg 0x0 0x0 0x0 0x0 0x0 0x7fff00000000 0x1",
                "0 0x11111111111111111 0x0 0x0 0x0 0x0 0x0 0x7fff00000000 0x1",
                "read 0x3 0x0 0x0 0x0 0x0 0x0 0x7fff00000000 0x1",
            })
    void what_is_malformed_is_no_reading(String content) {
        assertThat(KernelCall.parse(content.getBytes(StandardCharsets.ISO_8859_1)))
                .isEmpty();
    }

    private static KernelCall parse(String content) {
        return KernelCall.parse(content.getBytes(StandardCharsets.ISO_8859_1)).orElseThrow();
    }
}
