package procgrade.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import procgrade.measure.SignTest.Decision;

class MeasureTests {
    @ParameterizedTest
    @CsvSource({
        "WWWW, FASTER",
        "LLLL, SLOWER",
        "WWW, OPEN",
        "WLWWWW, FASTER",
        "WLWWW, OPEN",
        "WWWWLLLLLLLL, FASTER",
        "WLWLWLWLWLWLWLWL, UNDECIDED",
        "WLWLWLWLWLWLWLW, OPEN",
        "WLWLWLWLWLWLWWWW, FASTER",
        "WLWLWLWLWLWLWWWL, UNDECIDED",
    })
    void a_lead_of_four_decides_and_sixteen_pairs_are_enough(String pairs, Decision decision) {
        List<Double> ratios =
                pairs.chars().mapToObj(pair -> pair == 'W' ? 1.5 : 1.4999).toList();

        assertThat(SignTest.decide(ratios, 1.5)).isEqualTo(decision);
    }

    @Test
    void the_interval_around_a_median_is_made_of_order_statistics() {
        Interval five = Interval.of(List.of(5.0, 1.0, 4.0, 2.0, 3.0));
        assertThat(five.median()).isEqualTo(3);
        assertThat(five.low()).isEqualTo(1);
        assertThat(five.high()).isEqualTo(5);
        assertThat(five.confidence()).isCloseTo(0.9375, within(1e-12));

        // of sixteen values the fourth and the thirteenth: 1 - 2 * (1 + 16 + 120 + 560) / 2^16
        List<Double> sixteen = new ArrayList<>();
        for (int i = 1; i <= 16; i++) {
            sixteen.add((double) i);
        }
        Interval interval = Interval.of(sixteen);
        assertThat(interval.median()).isEqualTo(8.5);
        assertThat(interval.low()).isEqualTo(4);
        assertThat(interval.high()).isEqualTo(13);
        assertThat(interval.confidence()).isCloseTo(1 - 2 * 697 / 65536.0, within(1e-12));
    }

    @Test
    void one_value_is_a_median_without_confidence() {
        assertThat(Interval.of(List.of(2.0))).isEqualTo(new Interval(2, 2, 2, 0, 1));
        assertThatThrownBy(() -> Interval.of(List.of())).hasMessage("a median needs at least one value");
    }

    @Test
    void quantiles_lie_between_their_neighbours() {
        assertThat(Interval.quantile(List.of(1.0, 2.0, 3.0, 4.0), 0.25)).isEqualTo(1.75);
        assertThat(Interval.quantile(List.of(1.0, 2.0), 1)).isEqualTo(2);
    }

    @Test
    void a_capacity_is_the_work_of_all_cores_at_the_same_time() {
        Capacity capacity = Capacity.of(List.of(calibration(1000), calibration(1600), calibration(2000)));

        assertThat(capacity.median()).isCloseTo(1.6, within(1e-9));
        assertThat(capacity.lowest()).isEqualTo(1);
        assertThat(capacity.highest()).isEqualTo(2);
        assertThat(capacity.spread()).isCloseTo((1.8 - 1.3) / 1.6, within(1e-9));
        assertThat(capacity.isSteady()).isFalse();
        assertThatThrownBy(() -> Capacity.of(List.of())).hasMessage("a capacity needs at least one calibration");
    }

    @Test
    void a_machine_is_unfit_just_below_its_limits() {
        assertThat(new Capacity(2, 1.2, 1, 2, 0.1).isLow()).isFalse();
        assertThat(new Capacity(2, 1.19, 1, 2, 0.1).isLow()).isTrue();
        assertThat(new Capacity(2, 1.2, 1, 2, 0.1).isSteady()).isTrue();
        assertThat(new Capacity(2, 1.2, 1, 2, 0.11).isSteady()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2.0, 1.5", "2.2, 1.5", "1.6, 1.2", "1.2, 1.1"})
    void the_bar_is_lowered_with_the_capacity_but_never_to_that_of_a_sequential_program(double capacity, double bar) {
        assertThat(new Capacity(2, capacity, capacity, capacity, 0).bar(1.5, capacity))
                .isCloseTo(bar, within(1e-9));
    }

    @Test
    void a_low_factor_is_never_raised() {
        assertThat(new Capacity(2, 1.2, 1.2, 1.2, 0).bar(1.05, 1.2)).isEqualTo(1.05);
    }

    @Test
    void the_faster_baseline_counts() {
        assertThat(round(2000, 1800, 1000).ratio()).isEqualTo(1.8);
        assertThat(round(1800, 2000, 1000).ratio()).isEqualTo(1.8);
        Round sequentialOnly = new Round(
                Optional.empty(),
                Optional.of(Duration.ofMillis(300)),
                Optional.of(Duration.ofMillis(200)),
                Optional.empty(),
                calibration(2000),
                Disturbance.NONE);
        assertThat(sequentialOnly.ratio()).isEqualTo(1.5);
    }

    private static Round working(long work) {
        return new Round(
                Optional.of(Duration.ofMillis(2000)),
                Optional.of(Duration.ofMillis(1600)),
                Optional.of(Duration.ofMillis(1000)),
                Optional.of(Duration.ofMillis(work)),
                calibration(2000),
                Disturbance.NONE);
    }

    @Test
    void nobody_is_faster_by_more_than_the_cores_that_he_keeps_busy() {
        assertThat(working(1900).ratio()).isEqualTo(1.6);
        assertThat(working(1100).ratio()).isEqualTo(1.1);
        assertThat(working(0).ratio()).isZero();
    }

    @Test
    void sixty_percent_of_the_work_may_be_the_same_work_and_less_is_no_speedup() {
        assertThat(working(960).lacksWork()).isFalse();
        assertThat(working(960).ratio()).isEqualTo(0.96);
        assertThat(working(800).lacksWork()).isTrue();
        assertThat(working(800).ratio()).isEqualTo(0.5);
        assertThat(round(2000, 1600, 1000).lacksWork()).isFalse();
        assertThat(Round.withoutRuns(calibration(2000), new Disturbance(1, 2, 0))
                        .lacksWork())
                .isFalse();
    }

    @Test
    void times_of_nothing_are_refused() {
        assertThatThrownBy(() -> new Round(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Duration.ofMillis(1)),
                        Optional.empty(),
                        calibration(2000),
                        Disturbance.NONE))
                .hasMessageStartingWith("a round compares a time above zero with another one");
        assertThatThrownBy(() -> round(1, 1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Round.withoutRuns(calibration(2000), Disturbance.NONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Calibration(1, Duration.ofMillis(1), Duration.ofMillis(1)))
                .hasMessageStartingWith("a calibration needs 2 processes or more and times above zero: 1");
        assertThatThrownBy(() -> new Calibration(2, Duration.ZERO, Duration.ofMillis(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2, 0, 0, false",
        "0.2, 2, 0, 0.1, false",
        "0.21, 2, 0, 0.105, true",
        "2, 2, 0, 1, true",
        // on many cores others may use those that nobody needs
        "13, 16, 13, 0, false",
        "13.29, 16, 13, 0.0967, false",
        "13.4, 16, 13, 0.1333, true",
        "4, 16, 0, 0.25, true",
    })
    void others_disturb_as_far_as_they_use_needed_cores(
            double foreign, int cores, int spare, double share, boolean tooMuch) {
        Disturbance disturbance = new Disturbance(foreign, cores, spare);

        assertThat(disturbance.share()).isCloseTo(share, within(1e-4));
        assertThat(disturbance.isTooMuch()).isEqualTo(tooMuch);
    }

    @Test
    void a_disturbance_without_cores_is_refused() {
        assertThat(Disturbance.NONE.isTooMuch()).isFalse();
        assertThatThrownBy(() -> new Disturbance(0, 2, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Disturbance(0, 2, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Disturbance(-0.1, 2, 0))
                .hasMessage("of 2 cores 0 cannot be spare and -0.1 in other hands");
    }

    static Round round(long one, long sequential, long several) {
        return new Round(
                Optional.of(Duration.ofMillis(one)),
                Optional.of(Duration.ofMillis(sequential)),
                Optional.of(Duration.ofMillis(several)),
                Optional.empty(),
                calibration(2000),
                Disturbance.NONE);
    }

    /** Of two processes, with a capacity in thousandths. */
    static Calibration calibration(long thousandths) {
        return new Calibration(2, Duration.ofNanos(thousandths * 1000), Duration.ofNanos(2_000_000));
    }

    static List<Round> times(int count, Round round) {
        return Collections.nCopies(count, round);
    }
}
