package procgrade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import procgrade.judge.HandMade;
import procgrade.measure.Calibration;
import procgrade.observe.MachineUse;
import procgrade.rubric.CalibrationRun;

class CalibratorTests {
    private final List<String> events = new ArrayList<>();
    private double foreignCores;
    private long now;
    private final Calibrator calibrator = new Calibrator(this::measure, () -> now, () -> events.add("pause"));

    @Test
    void three_measurements_serve_in_turn_for_a_minute() {
        List<CalibrationRun> runs = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            runs.add(calibrator.calibrate(2));
        }

        assertThat(events).containsExactly("2 processes", "2 processes", "2 processes");
        assertThat(runs.subList(3, 6)).containsExactlyInAnyOrderElementsOf(runs.subList(0, 3));
        now += Duration.ofSeconds(61).toNanos();
        calibrator.calibrate(2);
        assertThat(events).hasSize(4);
    }

    @Test
    void other_numbers_of_processes_are_measured_anew() {
        calibrator.calibrate(2);
        assertThat(calibrator.calibrate(4).calibration().processes()).isEqualTo(4);
        assertThat(events).containsExactly("2 processes", "4 processes");
    }

    @Test
    void one_that_others_disturbed_does_not_serve_again_and_the_next_one_waits_for_them() {
        foreignCores = 1;
        calibrator.calibrate(2);
        calibrator.calibrate(2);
        foreignCores = 0;
        calibrator.calibrate(2);
        calibrator.calibrate(2);

        assertThat(events)
                .containsExactly("2 processes", "pause", "2 processes", "pause", "2 processes", "2 processes");
    }

    private CalibrationRun measure(int processes) {
        events.add(processes + " processes");
        Optional<MachineUse> machine =
                HandMade.run().taking(1000).besides(foreignCores).evidence().machine();
        // no two alike
        Duration alone = Duration.ofMillis(100 + events.size());
        return new CalibrationRun(new Calibration(processes, alone, Duration.ofMillis(110)), machine);
    }
}
