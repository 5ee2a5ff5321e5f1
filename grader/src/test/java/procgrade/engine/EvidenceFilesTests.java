package procgrade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import procgrade.judge.HandMade;
import procgrade.observe.ProcessEnd;
import procgrade.run.RunLimits;
import procgrade.run.RunSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvidenceFilesTests {
    private static final List<String> COMMAND = List.of("/usr/bin/python3", "pi mw.py", "1000", "\"\u00e9\u0000");

    @TempDir
    private Path folder;

    private JsonNode written(HandMade run) {
        RunSpec spec = new RunSpec(
                COMMAND,
                Path.of("/home/ada/program"),
                List.of(),
                Map.of("B", "2", "A", "1"),
                "in\n",
                RunLimits.DEFAULT,
                folder);
        EvidenceFiles.write(run.evidence(), spec, folder);
        return JsonMapper.shared().readTree(folder.resolve("evidence.json").toFile());
    }

    @Test
    void a_run_can_be_repeated_from_its_record() {
        JsonNode json = written(HandMade.run());

        assertThat(json.get("arguments").valueStream().map(JsonNode::asString)).containsExactlyElementsOf(COMMAND);
        assertThat(json.get("folder").asString()).isEqualTo("/home/ada/program");
        assertThat(json.get("environment").toString()).isEqualTo("{\"A\":\"1\",\"B\":\"2\"}");
        assertThat(json.get("input").asString()).isEqualTo("in\n");
    }

    @Test
    void the_record_says_how_the_run_ended() {
        JsonNode json = written(HandMade.run().taking(1500).ending(ProcessEnd.exited(3)));

        assertThat(json.get("end").asString()).isEqualTo(ProcessEnd.exited(3).toString());
        assertThat(json.get("wallSeconds").asDouble()).isEqualTo(1.5);
        assertThat(json.get("leftovers")).isEmpty();
    }
}
