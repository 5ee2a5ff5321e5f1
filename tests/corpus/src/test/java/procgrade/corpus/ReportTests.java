package procgrade.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTests {
    private static Result result(String folder, String name, Result.Kind kind, long latency) {
        boolean hangs = folder.equals("hangs");
        CorpusProgram program = CorpusProgram.of(
                        folder + "/python/" + name,
                        Path.of(folder, "python", name),
                        Map.of("pattern", "lock order", "expect", hangs ? "DEADLOCK" : "lives"))
                .get(0);
        return new Result(program, kind, Duration.ofMillis(latency), Duration.ofMillis(7), "what it said");
    }

    @Test
    void hits_and_silence_are_counted_and_the_latencies_spread() {
        Report report = new Report(List.of(
                result("hangs", "a.py", Result.Kind.HIT, 100),
                result("hangs", "b.py", Result.Kind.HIT, 200),
                result("hangs", "c.py", Result.Kind.HIT, 300),
                result("lives", "d.py", Result.Kind.SILENCE, 0)));

        assertThat(report.isFlawless()).isTrue();
        assertThat(report.lines())
                .contains("hangs                             3          0")
                .contains("lives                             0          1")
                .contains("verdict after the standstill: median 200.0 ms, p95 300.0 ms, most 300.0 ms")
                .contains("processor time of a double scan: median 7.0 ms, p95 7.0 ms, most 7.0 ms");
    }

    @Test
    void every_mistake_is_named() {
        Report report = new Report(List.of(
                result("hangs", "a.py", Result.Kind.MISS, 0),
                result("lives", "b.py", Result.Kind.FALSE_ALARM, 0),
                result("lives", "c.py", Result.Kind.BROKEN, 0)));

        assertThat(report.isFlawless()).isFalse();
        assertThat(report.lines())
                .contains("missed: hangs/python/a.py: what it said")
                .contains("false alarm: lives/python/b.py: what it said")
                .contains("did not do what its head says: lives/python/c.py: what it said")
                .contains("verdict after the standstill: none");
    }
}
