package procgrade.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sandbox is process 10, its first child 20, which is number 1 inside; the program is 21, number 2. */
class InnerPidsTests {
    private static final String FORK = "clone(child_stack=NULL, flags=CLONE_CHILD_SETTID|SIGCHLD)";

    private static ProcessLog log(String... more) {
        List<String> lines = new ArrayList<>(List.of(
                "10 1.000000 execve(\"/usr/bin/bwrap\", [\"bwrap\"], 0x1 /* 0 vars */) = 0",
                "10 1.000000 set_tid_address(0x7f) = 10",
                "10 1.000000 clone(child_stack=NULL, flags=CLONE_NEWPID|SIGCHLD) = 20",
                "20 1.000000 " + FORK + " = 2",
                "21 1.000000 execve(\"/bin/p\", [\"p\"], 0x1 /* 0 vars */) = 0",
                "21 1.000000 set_tid_address(0x7f) = 2"));
        lines.addAll(List.of(more));
        return StraceLog.parse(lines.stream(), 21);
    }

    @Test
    void numbers_given_out_later_inside_were_given_out_later_outside() {
        ProcessLog log = log(
                "21 1.000000 " + FORK + " = 3",
                "21 1.000000 clone(child_stack=NULL, flags=CLONE_VM|CLONE_THREAD) = 4",
                "25 1.000000 " + FORK.replace(")", " <unfinished ...>"),
                "40 1.000000 +++ exited with 7 +++",
                "25 1.000000 <... clone resumed>) = 5",
                "30 1.000000 +++ exited with 0 +++",
                "25 1.000000 +++ exited with 6 +++");

        assertThat(log.complete()).isTrue();
        assertThat(log.entries())
                .extracting(ProcessLog.Entry::pid, ProcessLog.Entry::parentPid)
                .containsExactlyInAnyOrder(tuple(21L, 0L), tuple(25L, 21L), tuple(40L, 25L));
    }

    @Test
    void who_executes_a_program_is_known_whatever_the_order() {
        ProcessLog log = log(
                "21 1.000000 " + FORK + " = 3",
                "25 1.000000 " + FORK + " = 5",
                "21 1.000000 " + FORK + " = 4",
                "26 1.000000 set_tid_address(0x7f) = 5",
                "27 1.000000 set_tid_address(0x7f) = 4");

        assertThat(log.entries())
                .extracting(ProcessLog.Entry::pid, ProcessLog.Entry::parentPid)
                .containsExactlyInAnyOrder(tuple(21L, 0L), tuple(25L, 21L), tuple(26L, 25L), tuple(27L, 21L));
        assertThat(log.complete()).isFalse();
    }

    @Test
    void one_that_never_showed_up_is_told() {
        ProcessLog log = log(
                "21 1.000000 " + FORK + " = 3", "21 1.000000 " + FORK + " = 4", "25 1.000000 +++ exited with 0 +++");

        assertThat(log.complete()).isFalse();
        assertThat(log.entries()).extracting(ProcessLog.Entry::pid).contains(21L, 25L);
    }

    @Test
    void numbers_that_begin_again_are_later_ones() {
        ProcessLog log = log(
                "21 1.000000 " + FORK + " = 3",
                "21 1.000000 " + FORK + " = 4",
                "5 1.000000 execve(\"/bin/q\", [\"q\"], 0x1 /* 0 vars */) = 0",
                "32768 1.000000 +++ exited with 8 +++",
                "5 1.000000 +++ exited with 9 +++");

        assertThat(log.complete()).isTrue();
        assertThat(log.entries())
                .extracting(ProcessLog.Entry::pid, ProcessLog.Entry::parentPid)
                .contains(tuple(32768L, 21L), tuple(5L, 21L));
    }

    @Test
    void numbers_outside_of_a_namespace_are_taken_as_they_are() {
        ProcessLog log = StraceLog.parse(
                List.of(
                        "21 1.000000 execve(\"/bin/p\", [\"p\"], 0x1 /* 0 vars */) = 0",
                        "21 1.000000 set_tid_address(0x7f) = 21",
                        "21 1.000000 " + FORK + " = 23",
                        "23 1.000000 +++ exited with 8 +++")
                        .stream(),
                21);

        assertThat(log.complete()).isTrue();
        assertThat(log.entries()).extracting(ProcessLog.Entry::pid).containsExactly(21L, 23L);
    }
}
