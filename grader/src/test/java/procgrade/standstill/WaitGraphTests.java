package procgrade.standstill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class WaitGraphTests {
    private static final Path APPROVED = Path.of("src/test/resources/standstill/graphs");

    private static Standstill.Waiting waiting(long pid, String who, String doing, String place, Long... wakers) {
        return new Standstill.Waiting(pid, who, doing, place, List.of(wakers));
    }

    private static WaitGraph graph(String name) {
        List<Standstill.Waiting> waiting = switch (name) {
            case "circle" ->
                List.of(
                        waiting(1, "master", "waits for worker 1 to end", "pi_mw.py:31", 2L),
                        waiting(2, "worker 1", "puts to rQueue (full: 65 536 of 65 536 bytes)", "pi_mw.py:12", 1L));
            case "nobody" -> List.of(waiting(1, "master", "gets from rQueue, which is empty", "PiMw.java:40"));
            case "many" -> {
                List<Standstill.Waiting> many = new ArrayList<>();
                many.add(waiting(1, "master", "waits for worker 2 to end", "pi_mw.py:31", 3L));
                many.add(waiting(3, "worker 2", "gets from tQueue, which is empty", "pi_mw.py:12", 1L));
                for (long worker = 3; worker < 40; worker++) {
                    many.add(waiting(
                            worker + 1,
                            "worker " + worker,
                            "waits for its turn to get from tQueue",
                            "pi_mw.py:12",
                            3L));
                }
                yield many;
            }
            default ->
                List.of(
                        waiting(1, "master", "waits for lock <a> & \"b\"", "x.py:1", 2L),
                        waiting(2, "worker 1", "waits for lock b", "x.py:2", 3L),
                        waiting(3, "worker 2", "waits for lock c", "x.py:3", 1L, 2L));
        };
        return WaitGraph.of(new Standstill(true, waiting, "", ""));
    }

    private static void compare(String file, String text) throws IOException {
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(Files.createDirectories(Path.of("target/golden")).resolve(file), text);
        }
        assertThat(text).isEqualTo(Files.readString(APPROVED.resolve(file)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"circle", "nobody", "many", "three"})
    void it_looks_as_somebody_has_found_good(String name) throws IOException {
        compare(name + ".txt", String.join("\n", graph(name).text()) + "\n");
        compare(name + ".svg", graph(name).svg("g1", "Deadlock of pi_mw.py"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"circle", "nobody", "many", "three"})
    void the_svg_is_well_formed_and_described(String name) throws Exception {
        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(graph(name).svg("g1", "a <title>"))));

        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("a <title>");
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).contains("master", "depends on");
    }

    @Test
    void those_who_do_the_same_are_one_node() {
        assertThat(graph("many").nodes())
                .extracting(WaitGraph.Node::title)
                .containsExactly("master", "worker 2", "workers 3 to 39");
    }

    @Test
    void what_nobody_can_end_leads_to_nobody() {
        WaitGraph graph = graph("nobody");

        assertThat(graph.nodes().get(1).title()).isEqualTo("nobody is left for that");
        assertThat(graph.edges()).containsExactly(new WaitGraph.Edge(0, 1, false));
    }

    @Test
    void there_is_a_limit_to_what_is_drawn() {
        List<Standstill.Waiting> waiting = new ArrayList<>();
        for (long pid = 1; pid <= 100; pid++) {
            waiting.add(waiting(pid, "worker " + pid, "waits for lock " + pid, "", pid % 100 + 1));
        }
        WaitGraph graph = WaitGraph.of(new Standstill(true, waiting, "", ""));

        assertThat(graph.nodes()).hasSizeLessThan(15);
        assertThat(graph.nodes().get(graph.nodes().size() - 1).title()).isEqualTo("and 88 more");
    }
}
