package procgrade.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessRoleTests {
    /** Command line with a tilde between the words, kind, label. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "java ~ PiMw ~ 1000 | JAVA | java PiMw",
                "/usr/lib/jvm/bin/java ~ -Xmx1g ~ -cp ~ a:b ~ course.week7.PiMw | JAVA | java PiMw",
                "java ~ --add-opens ~ java.base/java.lang=ALL-UNNAMED ~ -Dx=y ~ @flags ~ PiMw | JAVA | java PiMw",
                "java ~ -jar ~ /opt/pi.jar ~ 4 | JAVA | java pi.jar",
                "java ~ -m ~ course/course.PiMw | JAVA | java PiMw",
                "java ~ /home/ada/PiMw.java | JAVA | java PiMw.java",
                "java ~ -version | JAVA | java",
                "java ~ -cp | JAVA | java",
                "java ~ -cp ~ x ~ procgrade.multiprocessing.ChildMain | JAVA_WORKER | java worker",
                "python3 ~ /home/ada/pi_mw.py ~ 4 | PYTHON | python3 pi_mw.py",
                "/usr/bin/python3.11 ~ -u ~ -W ~ ignore ~ pi_mw.py | PYTHON | python3.11 pi_mw.py",
                "python3 ~ -m ~ http.server | PYTHON | python3 -m http.server",
                "python3 ~ -c ~ print(1) | PYTHON | python3 -c",
                "python3 | PYTHON | python3",
                "python3 ~ -c | PYTHON | python3",
                "python3 ~ -c ~ from multiprocessing.spawn import spawn_main; spawn_main(5) ~ --multiprocessing-fork"
                        + " | PYTHON_WORKER | python3 worker",
                "python3 ~ -c ~ from multiprocessing.resource_tracker import main;main(4)"
                        + " | PYTHON_HELPER | python3 resource tracker",
                "python3 ~ -c ~ from multiprocessing.forkserver import main; main(6)"
                        + " | PYTHON_HELPER | python3 fork server",
                "/usr/lib/jvm/lib/jspawnhelper ~ 10:12 | JAVA_HELPER | jspawnhelper",
                "bwrap ~ --unshare-all ~ java | SANDBOX | bwrap",
                "/bin/sleep ~ 9 | OTHER | sleep",
            })
    void the_command_line_tells_what_a_process_may_be_for(String words, ProcessRole.Kind kind, String label) {
        ProcessRole role = ProcessRole.guess(List.of(words.split(" ~ ")), "name");

        assertThat(role).isEqualTo(new ProcessRole(kind, label));
    }

    @Test
    void without_a_command_line_there_is_the_name() {
        assertThat(ProcessRole.guess(List.of(), "kworker"))
                .isEqualTo(new ProcessRole(ProcessRole.Kind.OTHER, "kworker"));
        assertThat(ProcessRole.guess(List.of(""), "hidden").label()).isEqualTo("hidden");
    }

    @Test
    void java_programs_and_their_workers_are_java() {
        assertThat(ProcessRole.guess(List.of("java", "PiMw"), "").isJava()).isTrue();
        assertThat(ProcessRole.guess(List.of("java", "procgrade.multiprocessing.ChildMain"), "")
                        .isJava())
                .isTrue();
        assertThat(ProcessRole.guess(List.of("javac"), "").isJava()).isFalse();
    }
}
