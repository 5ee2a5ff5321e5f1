package procgrade.multiprocessing.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ParentFlagsTests {
    private static List<String> selected(String... options) {
        List<String> commandLine = new ArrayList<>(List.of("java"));
        commandLine.addAll(Arrays.asList(options));
        return ParentFlags.select(commandLine);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Dname=value with spaces",
                "-Dflag",
                "-Xmx64m",
                "-Xms1g",
                "-Xmn5m",
                "-Xss512k",
                "-Xint",
                "-Xcomp",
                "-XX:+UseParallelGC",
                "-XX:MaxRAMPercentage=5",
                "-ea",
                "-ea:my.pkg...",
                "-da",
                "-esa",
                "-enableassertions",
                "--enable-preview",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED"
            })
    void children_get(String option) {
        assertThat(selected(option, "-cp", "x", "Main", "argument")).containsExactly(option);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-verbose:gc",
                "-Xlog:gc*",
                "-Xshare:off",
                "-Xrs",
                "-javaagent:agent.jar",
                "-agentlib:jdwp=transport=dt_socket",
                "-XX:SharedArchiveFile=a.jsa",
                "-XX:ArchiveClassesAtExit=a.jsa",
                "-XX:AOTCache=a.aot",
                "-XX:AOTCacheOutput=a.aot",
                "-XX:AOTMode=record",
                "-XX:+AutoCreateSharedArchive",
                "-XX:OnOutOfMemoryError=kill -9 %p",
                "-XX:StartFlightRecording=duration=5s",
                "-showversion"
            })
    void children_do_not_get(String option) {
        assertThat(selected(option, "Main")).isEmpty();
    }

    @Test
    void options_with_a_separate_value_are_taken_or_left_with_it() {
        assertThat(selected("--add-opens", "java.base/java.util=ALL-UNNAMED", "-cp", "-Dnot=one", "-ea", "Main"))
                .containsExactly("--add-opens", "java.base/java.util=ALL-UNNAMED", "-ea");
        assertThat(selected("--class-path", "a", "-p", "b", "--add-modules", "java.sql", "Main"))
                .containsExactly("--add-modules", "java.sql");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Main", "-jar", "-m"})
    void what_follows_the_program_is_the_programs(String program) {
        assertThat(selected("-Da=b", program, "app", "-Dc=d", "-Xmx1g")).containsExactly("-Da=b");
    }

    @Test
    void an_empty_command_line_has_none() {
        assertThat(ParentFlags.select(List.of())).isEmpty();
        assertThat(selected()).isEmpty();
        assertThat(selected("-cp")).isEmpty();
    }

    @Test
    void this_virtual_machine_has_some_or_none_but_no_class_path() {
        assertThat(ParentFlags.read()).doesNotContain("-cp", "-classpath", "--class-path");
    }
}
