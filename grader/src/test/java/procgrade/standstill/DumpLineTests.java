package procgrade.standstill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DumpLineTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"main\" #1 prio=5 os_prio=0 cpu=1ms tid=0x7f nid=0x1f waiting on condition|main|true|false|31",
                "\"main\" #1 [42] prio=5 os_prio=0 tid=0x7f nid=42 runnable  [0x7f]|main|true|false|42",
                "\"C2 CompilerThread0\" #9 daemon prio=9 os_prio=0 nid=0xa|C2 CompilerThread0|true|true|10",
                "\"VM Thread\" os_prio=0 cpu=1ms tid=0x7f nid=0x2 runnable|VM Thread|false|false|2",
                "\"say \"hi\" #5 os_prio=1 nid=0x9 \" #7 os_prio=0 nid=0x3 |say \"hi\" #5 os_prio=1 nid=0x9 |true|false|3",
                "\"\" #7 daemon os_prio=0 nid=0x3 |''|true|true|3",
            })
    void a_header_names_a_thread(String line, String name, boolean numbered, boolean daemon, long id) {
        String whole = name.startsWith("say") ? name + " " : name;

        assertThat(DumpLine.header(line)).contains(new DumpLine.Header(whole, numbered, daemon, id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"",
                "\"main\"",
                "main #1 os_prio=0 nid=0x1",
                "\"main\" #1 prio=5 nid=0x1",
                "\"main\" #x os_prio=0 nid=0x1",
                "\"main\" #1 os_prio=0 nid=",
                "\"main\" #1 os_prio=0 nid=0xg",
                "\"main\" #1 os_prio=0 nid=0x1234567890abcdef1",
                "\"main\" #1 os_prio=0 tid=0x1",
                "\tat X.main(X.java:1)",
            })
    void other_lines_are_no_headers(String line) {
        assertThat(DumpLine.header(line)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X.main(X.java:3)|X.main|''|X.java:3",
                "a.B.<init>(java.base@17.0.15/B.java:9)|a.B.<init>|java.base@17.0.15|B.java:9",
                "a.B.c(java.base@17/Native Method)|a.B.c|java.base@17|Native Method",
                "a.B.c(/x)|a.B.c|''|/x",
                "a.B.c()|a.B.c|''|''",
            })
    void a_frame_has_method_module_and_place(String line, String method, String module, String place) {
        assertThat(DumpLine.frame("\tat " + line)).contains(new JavaThread.Frame(method, module, place));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\tat ", "\tat X.main", "\tat (X.java:1)", "\tat X.main(X.java:1) x", "at X.main(X.java:1)"})
    void other_lines_are_no_frames(String line) {
        assertThat(DumpLine.frame(line)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "waiting to lock",
                "waiting to re-lock in wait()",
                "waiting on",
                "parking to wait for ",
            })
    void what_a_thread_waits_for_is_told_from_what_it_has(String verb) {
        String line = "\t- " + verb + " <0x00000000f0c> (a a.B$C)";

        assertThat(DumpLine.awaits(line)).contains(new JavaThread.Lock("0x00000000f0c", "a.B$C"));
        assertThat(DumpLine.has(line)).isEmpty();
    }

    @Test
    void what_a_thread_has_may_stand_without_a_verb() {
        JavaThread.Lock lock = new JavaThread.Lock("0xf0c", "java.lang.Object");

        assertThat(DumpLine.has("\t- locked <0xf0c> (a java.lang.Object)")).contains(lock);
        assertThat(DumpLine.has("\t- <0xf0c> (an java.lang.Object)")).contains(lock);
        assertThat(DumpLine.awaits("\t- locked <0xf0c> (a java.lang.Object)")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\t- None",
                "\t- locked",
                "\t- locked <0xf0c>",
                "\t- locked <0xf0c> (x java.lang.Object)",
                "\t- locked <0xf0c> (a java.lang.Object",
                "\t- locked <f0c> (a java.lang.Object)",
                "\t- eliminated <owner is scalar replaced> (a java.lang.Object)",
            })
    void other_lines_are_no_locks(String line) {
        assertThat(DumpLine.has(line)).isEmpty();
        assertThat(DumpLine.awaits(line)).isEmpty();
    }
}
