package procgrade.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Timelines made by hand: a line per sample with milliseconds, and {@code pid=cpu/switches} of who is alive. */
class WorkloadTests {
    private static final Duration WINDOW = Duration.ofMillis(100);

    private static Timeline timeline(String... lines) {
        List<Timeline.Sample> samples = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.split(" ");
            Map<Long, Duration> cpu = new HashMap<>();
            Map<Long, Long> switches = new HashMap<>();
            for (String word : List.of(words).subList(1, words.length)) {
                String[] parts = word.split("[=/]");
                cpu.put(Long.valueOf(parts[0]), Duration.ofMillis(Long.parseLong(parts[1])));
                switches.put(Long.valueOf(parts[0]), Long.valueOf(parts[2]));
            }
            samples.add(new Timeline.Sample(Duration.ofMillis(Long.parseLong(words[0])), cpu, switches, Duration.ZERO));
        }
        return new Timeline(samples);
    }

    private static Workload workload(long startUpMillis, String... lines) {
        return new Workload(timeline(lines), Duration.ofMillis(startUpMillis));
    }

    @Test
    void workers_that_compute_together_are_counted_together() {
        Workload work = workload(0, "0 1=0/1 2=0/1 3=0/1", "200 1=200/1 2=100/1 3=40/1");

        assertThat(work.mostAtOnce(List.of(1L, 2L, 3L), WINDOW, 0.5)).isEqualTo(2);
        assertThat(work.mostAtOnce(List.of(1L, 2L, 3L), WINDOW, 0.2)).isEqualTo(3);
        assertThat(work.mostAtOnce(List.of(3L), WINDOW, 0.21)).isZero();
    }

    @Test
    void workers_that_compute_one_after_the_other_are_never_two() {
        Workload work =
                workload(0, "0 1=0/1 2=0/1", "500 1=500/1 2=0/1", "1000 1=500/1 2=500/1", "1500 1=500/1 2=500/1");

        assertThat(work.mostAtOnce(List.of(1L, 2L), WINDOW, 0.6)).isEqualTo(1);
        assertThat(work.mostAtOnce(List.of(1L, 2L), Duration.ofMillis(1000), 0.5))
                .isEqualTo(2);
    }

    @Test
    void a_start_is_no_work() {
        Workload work = workload(100, "0 1=0/1 2=0/1", "100 1=100/1 2=90/1", "300 1=300/1 2=95/1");

        assertThat(work.mostAtOnce(List.of(1L, 2L), WINDOW, 0.5)).isEqualTo(1);
        assertThat(work.shareOfWork(1, List.of(1L, 2L))).hasValue(1);
        assertThat(work.shareOfWork(2, List.of(1L))).hasValue(0);
    }

    @Test
    void a_worker_that_has_ended_keeps_what_it_used() {
        Workload work = workload(0, "0 1=0/1", "100 1=100/1 2=90/1", "200 1=110/1");

        assertThat(work.shareOfWork(2, List.of(1L)).orElseThrow()).isEqualTo(0.45, within(1e-9));
    }

    @Test
    void nobody_has_a_share_of_no_work() {
        assertThat(workload(0).shareOfWork(1, List.of(2L))).isEmpty();
        assertThat(workload(50, "0 1=20/1", "10 1=30/1").shareOfWork(1, List.of(2L)))
                .isEmpty();
        assertThat(workload(0).mostAtOnce(List.of(1L), WINDOW, 0.5)).isZero();
    }

    @Test
    void a_run_of_less_than_a_window_is_one_window() {
        Workload work = workload(0, "0 1=0/1 2=0/1", "60 1=55/1 2=50/1");

        assertThat(work.mostAtOnce(List.of(1L, 2L), WINDOW, 0.5)).isEqualTo(2);
    }

    @Test
    void wake_ups_count_only_while_others_work() {
        Workload work = workload(
                0,
                "0 1=0/1 2=0/1",
                "1000 1=1/100 2=900/1",
                "2000 1=2/1000 2=900/1",
                "2500 1=27/1100 2=1400/1",
                "3000 2=1900/1");

        Workload.Waiting waiting =
                work.whileOthersWork(1, List.of(1L, 2L), Duration.ZERO).orElseThrow();

        assertThat(waiting.observed()).isEqualTo(Duration.ofMillis(1500));
        assertThat(waiting.wakeUpsPerSecond()).isEqualTo((99 + 100) / 1.5, within(1e-9));
        assertThat(waiting.cpuShare()).isEqualTo(0.026 / 1.5, within(1e-9));
    }

    @Test
    void the_start_of_a_waiting_process_is_left_out() {
        Workload work =
                workload(0, "0 2=0/1", "1000 1=50/500 2=1000/1", "1200 1=90/900 2=1200/1", "2200 1=90/910 2=2200/1");

        Workload.Waiting waiting =
                work.whileOthersWork(1, List.of(2L), Duration.ofMillis(200)).orElseThrow();

        assertThat(waiting.observed()).isEqualTo(Duration.ofSeconds(1));
        assertThat(waiting.wakeUpsPerSecond()).isEqualTo(10, within(1e-9));
        assertThat(waiting.cpuShare()).isZero();
    }

    @Test
    void nothing_is_known_of_a_process_that_was_not_seen_while_others_worked() {
        Workload work = workload(0, "0 1=0/1 2=0/1", "1000 1=1/100 2=10/1");

        assertThat(work.whileOthersWork(1, List.of(2L), Duration.ZERO)).isEmpty();
        assertThat(work.whileOthersWork(3, List.of(1L, 2L), Duration.ZERO)).isEmpty();
    }

    @Test
    void senseless_amounts_are_refused() {
        assertThatThrownBy(() -> new Workload(timeline(), Duration.ofMillis(-1)))
                .hasMessage("the processor time of a start cannot be negative: PT-0.001S");
        assertThatThrownBy(() -> workload(0).mostAtOnce(List.of(), Duration.ZERO, 0.5))
                .hasMessage("a window and a share are more than zero: window=PT0S, share=0.5");
    }
}
