package procgrade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class VerifyProgressTests {
    private final StringWriter screen = new StringWriter();
    private final VerifyProgress progress = new VerifyProgress(new ProgressLine(new PrintWriter(screen), true, 79), 3);

    @Test
    void names_the_programs_that_are_being_graded_and_counts_the_others() {
        progress.begins("queue java one");
        progress.begins("queue python two");
        assertThat(shown()).isEqualTo("0 of 3  queue java one, queue python two");

        progress.ends("queue java one");
        assertThat(shown()).isEqualTo("1 of 3  queue python two");
    }

    @Test
    void makes_room_for_a_line_of_the_table_and_comes_back() {
        progress.begins("queue java one");
        progress.above(() -> screen.write("row\n"));

        assertThat(screen.toString()).contains("\r\u001b[Krow\n");
        assertThat(shown()).isEqualTo("0 of 3  queue java one");
    }

    private String shown() {
        String all = screen.toString();
        return all.substring(all.lastIndexOf("\u001b[K") + 3);
    }
}
