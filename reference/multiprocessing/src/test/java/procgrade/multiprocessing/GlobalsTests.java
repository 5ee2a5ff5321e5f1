package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import procgrade.multiprocessing.Program.Ended;
import procgrade.multiprocessing.programs.globals.Aliases;
import procgrade.multiprocessing.programs.globals.Ancestor;
import procgrade.multiprocessing.programs.globals.Everything;
import procgrade.multiprocessing.programs.globals.Moods;
import procgrade.multiprocessing.programs.globals.Noisy;
import procgrade.multiprocessing.programs.globals.Reports;
import procgrade.multiprocessing.programs.globals.Workers;

/** Global variables are duplicated when a process starts, and independent afterwards. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class GlobalsTests {
    @Test
    void of_every_kind_are_duplicated() {
        Ended ended = Program.run(Everything.class);
        String holder = Everything.class.getName() + "$Holder";
        assertThat(ended.err())
                .isEqualTo("multiprocessing: the global " + Everything.class.getName() + ".HOLDER (" + holder
                        + ") is not duplicated into child processes: cannot send a " + holder + " to another process: "
                        + holder + " is not serializable; let it implement java.io.Serializable\n");
        List<String> lines = ended.lines();
        assertThat(lines).hasSize(8);
        String parent = lines.get(0).substring("parent ".length());
        assertThat(parent)
                .startsWith("[41, 41, 41, 41, 41.0, 41.0, true, p, changed to 41, null, 41, GREEN, Point[x=41");
        assertThat(lines.get(1)).isEqualTo("child " + parent);
        assertThat(lines.subList(2, 6))
                .containsExactly("same truetruetrue", "holder true to the field", "map to the map", "others true9");
        assertThat(lines.get(6)).isEqualTo("after " + parent);
        assertThat(lines.get(7)).isEqualTo("value 6");
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.folders()).isEmpty();
    }

    @Test
    void that_cannot_be_duplicated_are_reported_once() {
        Ended ended = Program.run(Reports.class);
        String reports = Reports.class.getName();
        String fixed = reports + "$Fixed.ORIGIN";
        assertThat(ended.err().lines())
                .containsExactlyInAnyOrder(
                        "multiprocessing: the globals of " + Noisy.class.getName()
                                + " are not duplicated into child processes: its static initializer does more than create"
                                + " values; name it with Process.shareGlobals(Noisy.class) if the children need them",
                        notCopied(reports + ".INPUT", "java.util.Scanner", "java.util.Scanner", "java.util.Scanner"),
                        notCopied(reports + ".thread", "java.lang.Thread", "java.lang.Thread", "java.lang.Thread"),
                        notCopied(reports + ".mixed", "java.util.List", "java.util.ArrayList", "java.lang.Thread"),
                        "multiprocessing: the global " + fixed
                                + " keeps its initial value in child processes: final fields"
                                + " of records cannot be set; hold it in another class");
        assertThat(ended.lines())
                .containsExactly("noise", "noise", "2 1 0 false", "true", "noise", "2 1 0 false", "true");
    }

    private static String notCopied(String global, String type, String sent, String part) {
        return "multiprocessing: the global " + global + " (" + type + ") is not duplicated into child processes:"
                + " cannot send a " + sent + " to another process: " + part
                + " is not serializable; send what it holds, or keep it in a local variable or a transient field";
    }

    @Test
    void that_reach_one_object_in_several_ways_still_do() {
        Ended ended = Program.run(Aliases.class);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.lines())
                .containsExactly(
                        "counters true 1",
                        "lists {primes=[2, 3]}[2, 3]true",
                        "ring truetrue",
                        "inner true",
                        "arguments truetruetrue",
                        "alone [1]",
                        "queue 5",
                        "parent [2]0");
    }

    @Test
    void in_constants_of_enums_are_duplicated() {
        Ended ended = Program.run(Moods.class);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.lines()).containsExactly("GOOD 1 7 changed [] 0", "BAD 2 0 null [somebody] 4", "parent 79");
    }

    @Test
    void that_hold_processes_show_them_to_children_which_cannot_control_them() {
        Ended ended = Program.run(Workers.class);
        String way = " worker 0: it was started by another process; ask that one over a queue";
        assertThat(ended.err()).isEmpty();
        assertThat(ended.lines())
                .containsExactly(
                        "[Process(worker 0, started), Process(worker 1, started)] true",
                        "pid true, exit code null",
                        "cannot join" + way,
                        "cannot terminate" + way,
                        "cannot start worker 0: it belongs to another process; make a new Process",
                        "true",
                        "Process(later, initial)",
                        "cannot ask for the pid of later: it was started by another process; ask that one over a queue",
                        "first ended with 0");
        assertThat(ended.exitCode()).isZero();
    }

    @Test
    void of_the_main_class_and_of_named_classes_reach_children_of_children() {
        Ended ended = Program.run(Ancestor.class);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.lines())
                .containsExactly("child 41 from the ancestor", "grandchild 42 from the ancestor", "ancestor 41");
    }
}
