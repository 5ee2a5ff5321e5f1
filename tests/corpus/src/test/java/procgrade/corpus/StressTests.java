package procgrade.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import procgrade.standstill.StandstillDetector.DoubleScan;

class StressTests {
    private final Stress stress = new Stress(2);

    @Test
    void scans_are_counted_until_there_are_enough() {
        stress.count(DoubleScan.ALIVE, "a.py");
        assertThat(stress.isDone()).isFalse();
        stress.count(DoubleScan.MOVED, "a.py");

        assertThat(stress.isDone()).isTrue();
        assertThat(stress.report())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("2 double scans, 1 of them close, ")
                        .endsWith(": 0 false alarms"));
    }

    @Test
    void an_alarm_counts_also_if_there_have_been_enough_scans_meanwhile() {
        stress.count(DoubleScan.ALIVE, "a.py");
        stress.count(DoubleScan.ALIVE, "a.py");
        stress.count(DoubleScan.STILL, "b.py");
        stress.count(DoubleScan.STILL, "b.py");

        assertThat(stress.alarms()).isEqualTo(Map.of("b.py", 2));
        assertThat(stress.report()).hasSize(2).anyMatch(line -> line.startsWith("4 double scans, "));
        assertThat(stress.report()).last().isEqualTo("false alarm: b.py: 2 times");
    }
}
