package procgrade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import procgrade.engine.MadeGrades;
import procgrade.judge.Verdict;
import procgrade.report.Palette;
import procgrade.report.TerminalReport;

class CheckProgressTests {
    private static final String ERASE = "\r\u001b[K";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private CheckProgress progress(boolean terminal) {
        Surroundings surroundings =
                CommandRun.surroundings(new ScriptedMachine(), terminal, Map.of("TERM", "xterm"), out, err);
        return new CheckProgress(surroundings, new TerminalReport(Palette.PLAIN, 80), true);
    }

    private String lastLine() {
        return err.toString().substring(err.toString().lastIndexOf(ERASE) + ERASE.length());
    }

    @Test
    void a_line_says_which_check_runs_what() {
        CheckProgress progress = progress(true);
        progress.checking("prints_pi", "prints pi", 1, 3);
        assertThat(lastLine()).isEqualTo("1 of 3  prints pi");

        progress.running("prints_pi", "java PiMw 1000 4");
        assertThat(lastLine()).isEqualTo("1 of 3  prints pi  (java PiMw 1000 4)");
    }

    @Test
    void of_several_checks_it_names_the_one_that_is_printed_next() {
        CheckProgress progress = progress(true);
        progress.checking("ends", "ends", 2, 3);
        progress.checking("prints_pi", "prints pi", 1, 3);
        progress.running("ends", "java PiMw 10 2");
        assertThat(lastLine()).isEqualTo("1 of 3  prints pi  and 1 more");

        progress.ended("prints_pi");
        progress.checked(MadeGrades.outcome("prints_pi", Verdict.PASSED));
        assertThat(lastLine()).isEqualTo("2 of 3  ends  (java PiMw 10 2)");
        assertThat(out.toString()).contains("PASS   prints_pi");
    }

    @Test
    void it_is_gone_when_all_have_ended() {
        CheckProgress progress = progress(true);
        progress.checking("prints_pi", "prints pi", 1, 1);
        progress.ended("prints_pi");
        progress.checked(MadeGrades.outcome("prints_pi", Verdict.PASSED));

        assertThat(lastLine()).isEmpty();
    }

    @Test
    void without_a_terminal_there_is_no_such_line() {
        CheckProgress progress = progress(false);
        progress.checking("prints_pi", "prints pi", 1, 2);
        progress.running("prints_pi", "java PiMw 1000 4");
        progress.clear();

        assertThat(err.toString()).isEmpty();
    }
}
