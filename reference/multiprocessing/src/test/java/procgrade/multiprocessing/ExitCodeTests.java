package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EndsChildren.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ExitCodeTests {
    private static void exit(int code) {
        System.exit(code);
    }

    private static void exitFromAnotherThread(int code) throws InterruptedException {
        Thread thread = new Thread(() -> System.exit(code));
        thread.start();
        new SimpleQueue<String>().get();
    }

    private static void signalMyself(int signal) throws Exception {
        String kill = "kill -" + signal + " " + ProcessHandle.current().pid();
        new ProcessBuilder("/bin/sh", "-c", kill).start().waitFor();
        new SimpleQueue<String>().get();
    }

    private static List<Integer> codesOf(Process... processes) {
        Arrays.stream(processes).forEach(Process::start);
        Arrays.stream(processes).forEach(Process::join);
        return Arrays.stream(processes).map(Process::exitcode).toList();
    }

    @Test
    void is_what_the_program_gives_to_exit_even_if_it_looks_like_a_signal() {
        int[] codes = {0, 1, 3, 127, 128, 129, 137, 143, 255};
        Process[] processes = IntStream.of(codes)
                .mapToObj(code -> new Process(ExitCodeTests::exit, code))
                .toArray(Process[]::new);
        assertThat(codesOf(processes))
                .containsExactlyElementsOf(IntStream.of(codes).boxed().toList());
    }

    @Test
    void is_cut_to_a_byte_by_the_operating_system() {
        assertThat(codesOf(
                        new Process(ExitCodeTests::exit, -1),
                        new Process(ExitCodeTests::exit, 256),
                        new Process(ExitCodeTests::exit, 1000)))
                .containsExactly(255, 0, 232);
    }

    @Test
    void is_negative_for_a_signal() {
        assertThat(codesOf(
                        new Process(ExitCodeTests::signalMyself, 9),
                        new Process(ExitCodeTests::signalMyself, 15),
                        new Process(ExitCodeTests::signalMyself, 2),
                        new Process(ExitCodeTests::signalMyself, 1)))
                .containsExactly(-9, -15, -2, -1);
    }

    @Test
    void is_given_by_any_thread_while_the_target_still_runs() {
        assertThat(codesOf(new Process(ExitCodeTests::exitFromAnotherThread, 7)))
                .containsExactly(7);
    }
}
