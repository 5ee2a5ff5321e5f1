package procgrade.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where the processor time went, in ms, and what a student is told about it. */
class SpeedupAdviceTests {
    private static final HandMade ONE = HandMade.run().master(50).worker(0, 2000, 950);

    private static String advice(HandMade several) {
        return SpeedupAdvice.of(ONE.evidence(), several.evidence());
    }

    @Test
    void more_than_a_quarter_in_the_master_is_the_serial_part() {
        assertThat(advice(HandMade.run().master(260).worker(0, 2000, 370).worker(0, 2000, 370)))
                .isEqualTo("the master used 26 % of the processor time: what it does alone, no worker makes faster");
        assertThat(advice(HandMade.run().master(250).worker(0, 2000, 375).worker(0, 2000, 375)))
                .startsWith("the workers wait");
    }

    @Test
    void less_than_half_of_the_busiest_worker_is_too_little_to_do() {
        assertThat(advice(HandMade.run().master(50).worker(0, 2000, 640).worker(0, 2000, 310)))
                .isEqualTo(
                        "the work is not shared evenly: 1 worker had less than half as much to do as the busiest one;"
                                + " smaller chunks share better");
        assertThat(advice(HandMade.run().master(50).worker(0, 2000, 640).worker(0, 2000, 320)))
                .startsWith("the workers wait");
    }

    @Test
    void much_more_processor_time_than_with_one_worker_goes_into_handing_out() {
        assertThat(advice(HandMade.run().master(50).worker(0, 2000, 680).worker(0, 2000, 680)))
                .isEqualTo("several workers used 141 % of the processor time of one: handing out the work costs too"
                        + " much; larger chunks cost less");
        assertThat(advice(HandMade.run().master(50).worker(0, 2000, 675).worker(0, 2000, 675)))
                .isEqualTo(
                        "the workers wait: for tasks, for each other, or for a lock; larger chunks need fewer tasks");
    }

    @Test
    void a_program_without_workers_does_everything_in_the_master() {
        assertThat(advice(HandMade.run().master(1000))).startsWith("the master used 100 % of the processor time");
    }

    @Test
    void a_master_that_leaves_before_its_workers_is_told_why_the_time_is_longer() {
        assertThat(advice(HandMade.run()
                        .taking(50)
                        .master(40)
                        .worker(0, 2000, 1900)
                        .taking(2000)))
                .isEqualTo("its first process had ended after 0.05 s, but others worked on until 2.00 s, and that"
                        + " counts: wait for the end of every process that you start (join)");
        assertThat(advice(HandMade.run()
                        .taking(1900)
                        .master(40)
                        .worker(0, 2000, 950)
                        .taking(2000)))
                .startsWith("the workers wait");
    }
}
