package procgrade.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import procgrade.observe.FakeProc.FakeProcess;

/** The processor time of a whole run on a kernel in memory, sampled each 10 ms. A process has used 1 ms when it is born. */
class TreeCpuTests {
    private static final EnvironmentMark MARK = new EnvironmentMark("PROCGRADE_RUN", "7");
    private static final String[] MASTER = {"python3", "pi_mw.py", "1000", "4"};

    private final FakeProc proc = new FakeProc();
    private final TreeSampler sampler = new TreeSampler(proc, ScanLimits.DEFAULT);
    private long millis;

    private FakeProcess startMaster() {
        FakeProcess master = proc.born(100, 50, 1000, MASTER);
        sampler.started(100, 100, MARK);
        return master;
    }

    /** The first process of a sandbox, which collects whoever has lost its parent; the keeper is 60, the master 100. */
    private FakeProcess startSandbox() {
        FakeProcess init = proc.born(50, 1, 990, "bwrap");
        init.innerPid = 1;
        proc.born(60, 50, 995, "sh");
        proc.born(100, 60, 1000, MASTER);
        sampler.started(50, 100, MARK);
        return init;
    }

    private void tick() {
        millis += 10;
        sampler.tick(Duration.ofMillis(millis));
    }

    private void ticks(int count) {
        for (int i = 0; i < count; i++) {
            tick();
        }
    }

    private void end() {
        millis += 10;
        sampler.ending(Duration.ofMillis(millis));
    }

    @Test
    void a_parent_tells_what_its_children_used_after_the_last_look() {
        FakeProcess master = startMaster().runs(29);
        FakeProcess worker = proc.born(101, 100, 1001, MASTER).runs(40);
        tick();
        assertThat(sampler.cpu()).isEqualTo(Duration.ofMillis(30 + 41));

        // it used 100 ms, and another one 50 ms that lived between two looks
        proc.vanishes(worker);
        master.runs(1).reapedTicks = 15;
        end();
        assertThat(sampler.cpu()).isEqualTo(Duration.ofMillis(31 + 150));
    }

    @Test
    void what_a_child_has_collected_is_not_counted_again_by_its_parent() {
        FakeProcess master = startMaster();
        FakeProcess middle = proc.born(101, 100, 1001, MASTER).runs(9);
        FakeProcess inner = proc.born(102, 101, 1002, MASTER).runs(19);
        ticks(3);
        proc.vanishes(inner);
        middle.runs(1).reapedTicks = 2;
        tick();
        assertThat(sampler.cpu()).isEqualTo(Duration.ofMillis(1 + 11 + 20));

        proc.vanishes(middle);
        master.runs(1).reapedTicks = 3;
        end();
        // what is collected is counted in ticks
        assertThat(sampler.cpu()).isEqualTo(Duration.ofMillis(2 + 11 + 20));
    }

    @Test
    void an_orphan_that_the_sandbox_has_collected_is_counted_once() {
        FakeProcess init = startSandbox();
        FakeProcess middle = proc.born(101, 100, 1001, MASTER);
        FakeProcess orphan = proc.born(102, 101, 1001, MASTER).runs(39);
        tick();
        proc.vanishes(middle);
        proc.orphan(middle, 50);
        tick();
        proc.vanishes(orphan);
        init.runs(1).reapedTicks = 4;
        end();

        assertThat(sampler.cpu()).isEqualTo(Duration.ofMillis(2 + 1 + 1 + 1 + 40));
    }

    @Test
    void what_an_orphan_used_after_the_last_look_is_known_from_the_sandbox() {
        FakeProcess init = startSandbox();
        ticks(2);
        proc.born(102, 50, 1001, MASTER).runs(9).environ = "PROCGRADE_RUN=7\0";
        ticks(30);
        proc.vanishes(proc.process(102));
        // it used 70 ms, and another one 80 ms that lived between two looks
        init.runs(1).reapedTicks = 15;
        end();

        assertThat(sampler.cpu()).isEqualTo(Duration.ofMillis(2 + 1 + 1 + 150));
    }

    @Test
    void a_child_that_its_dead_parent_had_not_collected_is_counted_once() {
        FakeProcess init = startSandbox();
        FakeProcess parent = proc.born(101, 100, 1001, MASTER);
        FakeProcess child = proc.born(102, 101, 1001, MASTER).runs(39);
        tick();
        // between the same two looks
        proc.vanishes(child);
        proc.vanishes(parent);
        init.runs(1).reapedTicks = 4;
        end();

        assertThat(sampler.cpu()).isEqualTo(Duration.ofMillis(2 + 1 + 1 + 1 + 40));
    }

    @Test
    void what_the_program_does_not_collect_from_its_living_parent_hides_no_orphans() {
        FakeProcess init = startSandbox();
        tick();
        // the keeper does not ask for the program's exit code yet
        proc.process(100).runs(500).becomesZombie(0);
        init.runs(1).reapedTicks = 15;
        end();

        assertThat(sampler.cpu()).isEqualTo(Duration.ofMillis(2 + 1 + 501 + 150));
    }

    @Test
    void a_sandbox_that_has_only_collected_what_was_counted_adds_nothing() {
        FakeProcess init = startSandbox();
        tick();
        init.runs(1).reapedTicks = 0;
        end();

        assertThat(sampler.cpu()).isEqualTo(Duration.ofMillis(2 + 1 + 1));
    }
}
