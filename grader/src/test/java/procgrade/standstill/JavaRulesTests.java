package procgrade.standstill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import procgrade.observe.ObservedProcess;
import procgrade.observe.ObservedThread;

class JavaRulesTests {
    private static final long PID = 7;

    /** A thread in a futex whose native id is that of the dump's thread of this name; others are seen beside it. */
    private static Waiter waiter(ThreadDump dump, String name, String... others) {
        ObservedThread thread = thread(dump, name);
        List<ObservedThread> all = new ArrayList<>(List.of(thread));
        for (String other : others) {
            all.add(thread(dump, other));
        }
        ObservedProcess process = Graph.process(PID, all.toArray(ObservedThread[]::new));
        return new Waiter(process, thread, Fate.BLOCKED, Set.of(PID), Set.of());
    }

    private static ObservedThread thread(ThreadDump dump, String name) {
        return Graph.thread(dump.threads().stream()
                .filter(thread -> thread.name().equals(name))
                .findFirst()
                .orElseThrow()
                .nativeId());
    }

    private static JavaRules rules(ThreadDump dump) {
        return new JavaRules(new MadeProc(), Map.of(PID, dump));
    }

    private static Fate fate(ThreadDump dump, String name) {
        return rules(dump).apply(waiter(dump, name)).fate();
    }

    private static ThreadDump saved(String name) {
        return ThreadDump.parse(ThreadDumpTests.text(name)).orElseThrow();
    }

    private static ThreadDump one(String name, String state, String frames) {
        String header =
                "\"" + name + "\" #1 prio=5 os_prio=0 cpu=1ms elapsed=1s tid=0x7f nid=0x10 waiting on condition\n";
        return ThreadDump.parse(
                        header + "   java.lang.Thread.State: " + state + "\n" + frames + "\nJNI global refs: 1\n")
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"class-initialization-17, main", "class-initialization-25, Thread-0", "lock-order-17, one"})
    void whoever_waits_for_another_thread_of_the_program_is_blocked(String dump, String thread) {
        assertThat(fate(saved(dump), thread)).isEqualTo(Fate.BLOCKED);
    }

    @Test
    void whoever_waits_for_the_collector_is_not_understood() {
        ThreadDump dump = one(
                "main",
                "RUNNABLE",
                "\tat java.lang.Runtime.gc(java.base@17.0.15/Native Method)\n\tat X.main(X.java:3)\n");

        assertThat(fate(dump, "main")).isEqualTo(Fate.UNKNOWN);
    }

    private static ThreadDump ending(String frames, String other) {
        return ThreadDump.parse("""
                "DestroyJavaVM" #1 prio=5 os_prio=0 cpu=1ms elapsed=1s tid=0x7f nid=0x10 waiting on condition
                   java.lang.Thread.State: RUNNABLE
                %s
                %s prio=5 os_prio=0 cpu=1ms elapsed=1s tid=0x7f nid=0x11 waiting on condition
                   java.lang.Thread.State: WAITING (parking)
                \tat X.run(X.java:3)

                JNI global refs: 1
                """.formatted(frames, other)).orElseThrow();
    }

    @Test
    void the_thread_that_waits_to_end_the_machine_waits_for_the_program() {
        assertThat(fate(ending("", "\"Thread-0\" #2"), "DestroyJavaVM")).isEqualTo(Fate.BLOCKED);
        assertThat(fate(ending("\tat X.run(X.java:3)\n", "\"Thread-0\" #2"), "DestroyJavaVM"))
                .isEqualTo(Fate.UNKNOWN);
    }

    @Test
    void the_thread_that_ends_the_machine_waits_for_the_machine_when_no_other_one_of_the_program_is_left() {
        assertThat(fate(ending("", "\"Thread-0\" #2 daemon"), "DestroyJavaVM")).isEqualTo(Fate.UNKNOWN);
        assertThat(fate(one("DestroyJavaVM", "RUNNABLE", ""), "DestroyJavaVM")).isEqualTo(Fate.UNKNOWN);
    }

    @Test
    void a_timed_wait_ends_by_itself() {
        assertThat(fate(one("main", "TIMED_WAITING (sleeping)", "\tat X.main(X.java:3)\n"), "main"))
                .isEqualTo(Fate.TIMED);
    }

    @Test
    void whoever_finds_a_monitor_owned_again_and_again_has_not_gone_on() {
        ThreadDump dump = saved("lock-order-17");

        assertThat(rules(dump).isTryingAgain(waiter(dump, "one", "two \"q\" #5")))
                .isTrue();
        assertThat(rules(dump).isTryingAgain(waiter(dump, "three", "four")))
                .as("a lock of java.util.concurrent wakes nobody in vain")
                .isFalse();
    }

    @Test
    void a_monitor_whose_owner_was_born_after_the_first_look_may_be_free_by_the_second() {
        ThreadDump dump = saved("lock-order-17");

        assertThat(rules(dump).isTryingAgain(waiter(dump, "one", "four"))).isFalse();
    }

    @Test
    void a_monitor_whose_owner_is_not_known_may_be_free() {
        String text = ThreadDumpTests.text("lock-order-17").replace("\t- locked <", "\t- unlocked <");
        ThreadDump dump = ThreadDump.parse(text).orElseThrow();

        assertThat(rules(dump).isTryingAgain(waiter(dump, "one", "two \"q\" #5")))
                .isFalse();
    }

    @Test
    void a_thread_that_has_been_notified_does_not_own_the_monitor_it_wants_back() {
        ThreadDump dump = one(
                "late",
                "BLOCKED (on object monitor)",
                "\tat java.lang.Object.wait(java.base@17.0.15/Native Method)\n"
                        + "\t- waiting to re-lock in wait() <0x0000000001> (a java.lang.Object)\n"
                        + "\tat X.run(X.java:3)\n\t- locked <0x0000000001> (a java.lang.Object)\n");

        JavaThread late = dump.threads().iterator().next();
        assertThat(dump.ownerOf(late.awaits().orElseThrow())).isEmpty();
    }

    @Test
    void the_thread_that_wakes_virtual_threads_waits_for_the_program() {
        ThreadDump dump = one(
                "VirtualThread-unblocker",
                "RUNNABLE",
                "\tat java.lang.VirtualThread.unblockVirtualThreads(java.base@25.0.3/VirtualThread.java:1516)\n");

        assertThat(fate(dump, "VirtualThread-unblocker")).isEqualTo(Fate.BLOCKED);
    }

    @Test
    void whoever_waits_for_garbage_may_be_woken_by_the_collector() {
        ThreadDump dump = one(
                "main",
                "WAITING (on object monitor)",
                "\tat java.lang.ref.ReferenceQueue.remove(java.base@17.0.15/ReferenceQueue.java:1)\n"
                        + "\tat X.main(X.java:3)\n");

        assertThat(fate(dump, "main")).isEqualTo(Fate.UNKNOWN);
    }
}
