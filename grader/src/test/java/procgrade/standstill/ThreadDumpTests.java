package procgrade.standstill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadDumpTests {
    static String text(String name) {
        try (InputStream in = ThreadDumpTests.class.getResourceAsStream("/dumps/" + name + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ThreadDump dump(String name) {
        return ThreadDump.parse(text(name)).orElseThrow();
    }

    private static JavaThread named(ThreadDump dump, String name) {
        return dump.threads().stream()
                .filter(thread -> thread.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"library-waits-17, 5997", "library-waits-25, 5999"})
    void a_thread_is_found_by_its_native_id(String name, long id) {
        ThreadDump dump = dump(name);

        JavaThread main = dump.thread(named(dump, "main").nativeId()).orElseThrow();

        assertThat(main.name()).isEqualTo("main");
        assertThat(main.nativeId()).isEqualTo(id);
        assertThat(main.daemon()).isFalse();
        assertThat(main.state()).isEqualTo("WAITING");
        assertThat(main.isIn("java.lang.ProcessImpl.waitFor")).isTrue();
        assertThat(main.frames().get(main.frames().size() - 1))
                .isEqualTo(new JavaThread.Frame("Hang.main", "", "Hang.java:14"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"library-waits-17", "library-waits-25", "lock-order-17", "lock-order-25"})
    void the_threads_of_the_virtual_machine_are_told_from_those_of_the_program(String name) {
        List<String> others = dump(name).threads().stream()
                .filter(thread -> !JavaRules.isInternal(thread))
                .map(JavaThread::name)
                .filter(thread -> !thread.startsWith("mp-") && !thread.startsWith("process reaper"))
                .toList();

        assertThat(others)
                .containsExactlyInAnyOrder(
                        name.startsWith("library")
                                ? new String[] {"main"}
                                : new String[] {"main", "one", "two \"q\" #5", "three", "four"});
    }

    @ParameterizedTest
    @ValueSource(strings = {"lock-order-17", "lock-order-25"})
    void the_owner_of_a_lock_is_known(String name) {
        ThreadDump dump = dump(name);

        JavaThread one = named(dump, "one");
        JavaThread three = named(dump, "three");

        assertThat(one.isBlocked()).isTrue();
        assertThat(one.awaits().orElseThrow().type()).isEqualTo("java.lang.Object");
        assertThat(dump.ownerOf(one.awaits().orElseThrow())).contains(named(dump, "two \"q\" #5"));
        assertThat(three.state()).isEqualTo("WAITING");
        assertThat(dump.ownerOf(three.awaits().orElseThrow())).contains(named(dump, "four"));
    }

    private static ThreadDump waitingOnUnnamed(String... entered) {
        String text = "\"one\" #1 prio=5 os_prio=0 cpu=1.00ms elapsed=1.00s tid=0x01 nid=0x1f in Object.wait()\n"
                + "   java.lang.Thread.State: WAITING (on object monitor)\n"
                + "\tat java.lang.Object.wait(java.base@17.0.15/Native Method)\n"
                + "\t- waiting on <no object reference available>\n"
                + "\tat Hang.main(Hang.java:14)\n"
                + String.join("", entered)
                + "\n   Locked ownable synchronizers:\n"
                + "\t- <0x33> (a java.util.concurrent.locks.ReentrantLock$NonfairSync)\n\nJNI global refs: 1\n";
        return ThreadDump.parse(text).orElseThrow();
    }

    /** As the virtual machine says it when it has compiled the method. */
    @Test
    void who_waits_to_be_notified_does_not_own_the_monitor_also_if_it_is_not_said_which() {
        JavaThread.Lock monitor = new JavaThread.Lock("0x11", "java.lang.Object");
        ThreadDump dump = waitingOnUnnamed("\t- locked <0x11> (a java.lang.Object)\n");

        assertThat(dump.ownerOf(monitor)).isEmpty();
        assertThat(named(dump, "one").awaits()).contains(monitor);
        assertThat(dump.ownerOf(new JavaThread.Lock("0x33", "java.util.concurrent.locks.ReentrantLock$NonfairSync")))
                .contains(named(dump, "one"));
    }

    @Test
    void which_of_several_monitors_was_released_is_not_guessed() {
        ThreadDump dump = waitingOnUnnamed(
                "\t- locked <0x11> (a java.lang.Object)\n", "\t- locked <0x22> (a java.lang.Object)\n");

        assertThat(named(dump, "one").awaits()).isEmpty();
        assertThat(dump.ownerOf(new JavaThread.Lock("0x11", "java.lang.Object")))
                .isEmpty();
        assertThat(dump.ownerOf(new JavaThread.Lock("0x22", "java.lang.Object")))
                .isEmpty();
    }

    @Test
    void a_dump_that_was_cut_off_is_none() {
        String text = text("lock-order-17");

        assertThat(ThreadDump.parse(text.substring(0, text.indexOf("JNI global"))))
                .isEqualTo(Optional.empty());
        assertThat(ThreadDump.parse("")).isEmpty();
        assertThat(ThreadDump.parse("1\nJNI global refs: 1\n")).isEmpty();
    }

    @Test
    void a_thread_of_the_program_with_the_name_of_one_of_the_virtual_machine_counts() {
        JavaThread thread = new JavaThread(
                "Common-Cleaner",
                true,
                true,
                7,
                "TIMED_WAITING",
                List.of(
                        new JavaThread.Frame("java.lang.Thread.sleep", "java.base@17.0.15", "Native Method"),
                        new JavaThread.Frame("Sleepy.main", "", "Sleepy.java:3")),
                Optional.empty(),
                List.of());

        assertThat(JavaRules.isInternal(thread)).isFalse();
    }
}
