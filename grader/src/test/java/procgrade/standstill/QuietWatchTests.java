package procgrade.standstill;

import static org.assertj.core.api.Assertions.assertThat;
import static procgrade.standstill.MadeProc.call;

import java.util.Set;
import org.junit.jupiter.api.Test;

class QuietWatchTests {
    private static final int PAUSE = 34;

    private final MadeProc proc = new MadeProc();
    private final QuietWatch watch = new QuietWatch(proc);

    private void follow(String program) {
        proc.process(1, 0, call(PAUSE), program, "X").thread(1, 2, 'S', call(PAUSE));
        watch.follow(proc.scan(), Set.of());
    }

    private void ran(long nanos, int times) {
        proc.file("1/task/2/schedstat", (1_000_000 + nanos) + " 0 " + (7 + times) + "\n");
    }

    @Test
    void whoever_has_run_since_the_last_look_has_moved() {
        follow("python3");
        assertThat(watch.hasMoved()).isFalse();
        ran(10_000, 1);
        assertThat(watch.hasMoved()).isTrue();
        assertThat(watch.hasMoved()).isFalse();
    }

    @Test
    void a_thread_of_a_virtual_machine_that_only_tried_has_stirred() {
        follow("java");
        ran(50_000, 1);
        assertThat(watch.hasMoved()).isFalse();
        assertThat(watch.hasStirred()).isTrue();
        assertThat(watch.hasStirred()).isFalse();
    }

    @Test
    void a_thread_of_a_virtual_machine_that_worked_has_moved() {
        follow("java");
        ran(500_000, 1);
        assertThat(watch.hasMoved()).isTrue();
    }

    @Test
    void a_thread_that_has_vanished_has_moved() {
        follow("java");
        proc.without("1/task/2/schedstat");
        assertThat(watch.hasMoved()).isTrue();
    }

    @Test
    void threads_with_the_names_of_the_virtual_machine_are_left_out() {
        proc.process(1, 0, call(PAUSE), "java", "X").thread(1, 2, 'S', call(PAUSE));
        proc.file("1/task/2/stat", proc.text("1/task/2/stat").replace("(x)", "(GC Thread#0)"));
        watch.follow(proc.scan(), Set.of());
        ran(500_000, 1);
        assertThat(watch.hasMoved()).isFalse();
    }
}
