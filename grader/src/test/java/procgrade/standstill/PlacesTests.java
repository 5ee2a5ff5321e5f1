package procgrade.standstill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import procgrade.observe.ProcFs;

class PlacesTests {
    private static final ProcFs NO_PROC = ProcFs.at(Path.of("/does/not/exist"));

    /** The first thread of a process; {@link Graph#of} gives other ones. */
    private static Waiter first() {
        return new Waiter(Graph.process(7, Graph.thread(7)), Graph.thread(7), Fate.RUNNING, Set.of(), Set.of());
    }

    private static Places python(String line) {
        PythonThread thread = new PythonThread(
                7, "", List.of(new PythonThread.Frame(31, "/w/pi_mw.py", "main", line)), List.of(), "", "");
        PythonReport report = new PythonReport("MainProcess", List.of(thread), Map.of(), List.of());
        return new Places(new JavaRules(NO_PROC, Map.of()), new PythonReports(Map.of(7L, report), true));
    }

    private static Optional<String> question(String line) {
        return python(line).question(first());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "while results.empty(): | whether results is empty",
                "while not rQueue.empty(): | whether rQueue is empty",
                "if self.tasks.full(): | whether self.tasks is full",
                "while workers[0].is_alive(): | whether workers[0] is alive",
                "while any(w.is_alive() for w in workers): | whether w is alive",
                "if connection.poll(): | whether something has come from connection",
                "item = tasks.get_nowait() | tasks for an item",
            })
    void a_question_without_waiting_is_read_from_the_line(String line, String words) {
        assertThat(question(line)).contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x += 1", "results.get()", "emptied = not_empty(results)"})
    void other_lines_ask_nothing(String line) {
        assertThat(question(line)).isEmpty();
    }

    @Test
    void a_place_is_file_and_line() {
        assertThat(python("x").of(first())).isEqualTo("pi_mw.py:31");
        assertThat(python("x").of(Graph.of("7 is RUNNING").get(0)))
                .as("a thread that is not in the report")
                .isEmpty();
    }
}
