package procgrade.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import procgrade.observe.FakeProc.FakeProcess;
import procgrade.observe.ProcessRecord.Part;

/** A run on a kernel in memory, sampled each 10 ms. */
class TreeSamplerTests {
    private static final EnvironmentMark MARK = new EnvironmentMark("PROCGRADE_RUN", "7");
    private static final String[] MASTER = {"python3", "pi_mw.py", "1000", "4"};

    private final FakeProc proc = new FakeProc();
    private TreeSampler sampler = new TreeSampler(proc, ScanLimits.DEFAULT);
    private long millis;

    private FakeProcess startMaster() {
        FakeProcess master = proc.born(100, 50, 1000, MASTER);
        sampler.started(100, 100, MARK);
        return master;
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

    private List<ProcessRecord> end() {
        millis += 10;
        sampler.ending(Duration.ofMillis(millis));
        return sampler.census().processes();
    }

    private ProcessRecord only(Part part) {
        List<ProcessRecord> found = sampler.census().processes().stream()
                .filter(process -> process.part() == part)
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @Test
    void a_program_without_children_is_its_master_only() {
        startMaster().runs(30);
        tick();

        assertThat(end()).hasSize(1);
        ProcessRecord master = only(Part.MASTER);
        assertThat(master.pid()).isEqualTo(100);
        assertThat(master.commandLine()).containsExactly(MASTER);
        assertThat(master.started()).isZero();
        assertThat(master.ended()).isEmpty();
        assertThat(master.cpu()).isEqualTo(Duration.ofMillis(31));
        assertThat(master.peakRssBytes()).isEqualTo(1000 << 10);
        assertThat(sampler.census().methods()).containsExactly("sampling of /proc");
        assertThat(sampler.census().exact()).isFalse();
        assertThat(sampler.census().complete()).isTrue();
    }

    @Test
    void workers_are_numbered_by_their_start() {
        FakeProcess master = startMaster();
        proc.born(103, 100, 1002, MASTER);
        proc.born(102, 100, 1002, MASTER);
        proc.born(101, 100, 1001, MASTER);
        master.runs(1);
        tick();
        end();

        assertThat(sampler.census().workers())
                .extracting(
                        ProcessRecord::number,
                        ProcessRecord::pid,
                        process -> process.started().toMillis())
                .containsExactly(tuple(1, 101L, 10L), tuple(2, 102L, 20L), tuple(3, 103L, 20L));
    }

    @Test
    void a_process_that_ended_keeps_what_it_used() {
        FakeProcess master = startMaster();
        FakeProcess worker = proc.born(101, 100, 1001, MASTER);
        worker.peakKibibytes = 4000;
        master.runs(1);
        tick();
        worker.runs(8);
        tick();
        proc.vanishes(worker);
        tick();
        end();

        ProcessRecord record = only(Part.WORKER);
        assertThat(record.ended()).hasValue(Duration.ofMillis(30));
        assertThat(record.end()).isEmpty();
        assertThat(record.cpu()).isEqualTo(Duration.ofMillis(9));
        assertThat(record.peakRssBytes()).isEqualTo(4000 << 10);
        assertThat(record.orphaned()).isFalse();
    }

    @Test
    void a_zombie_tells_its_exit_code_once() {
        FakeProcess master = startMaster();
        FakeProcess worker = proc.born(101, 100, 1001, MASTER);
        master.runs(1);
        tick();
        worker.runs(5).becomesZombie(3 << 8);
        ticks(60);
        proc.vanishes(worker);
        master.runs(1);
        tick();
        end();

        ProcessRecord record = only(Part.WORKER);
        assertThat(record.end()).hasValue(ProcessEnd.exited(3));
        assertThat(record.ended()).hasValue(Duration.ofMillis(20));
        assertThat(record.cpu()).isEqualTo(Duration.ofMillis(6));
    }

    @Test
    void a_zombie_tells_the_signal_that_killed_it() {
        FakeProcess master = startMaster();
        FakeProcess worker = proc.born(101, 100, 1001, MASTER);
        worker.becomesZombie(128 + 11);
        master.runs(1);
        tick();
        end();

        assertThat(only(Part.WORKER).end()).hasValue(ProcessEnd.bySignal(11));
    }

    @Test
    void the_exit_code_of_a_process_that_may_not_be_inspected_is_unknown() {
        FakeProcess master = startMaster();
        FakeProcess worker = proc.born(101, 100, 1001, MASTER);
        worker.startCode = "1";
        master.runs(1);
        tick();
        worker.becomesZombie(0);
        tick();
        end();

        assertThat(only(Part.WORKER).end()).isEmpty();
    }

    @Test
    void a_pid_that_is_used_again_is_another_process() {
        FakeProcess master = startMaster();
        FakeProcess first = proc.born(101, 100, 1001, MASTER);
        master.runs(1);
        tick();
        proc.vanishes(first);
        proc.born(101, 100, 1003, MASTER).runs(2);
        proc.born(90, 100, 1003, MASTER);
        master.runs(1);
        ticks(2);
        end();

        assertThat(sampler.census().workers()).extracting(ProcessRecord::pid).containsExactly(101L, 90L, 101L);
    }

    @Test
    void a_process_whose_parent_ends_is_orphaned() {
        FakeProcess master = startMaster();
        FakeProcess middle = proc.born(101, 100, 1001, MASTER);
        FakeProcess child = proc.born(102, 101, 1001, MASTER);
        master.runs(1);
        tick();
        proc.vanishes(middle);
        tick();
        child.runs(1);
        tick();
        end();

        assertThat(sampler.census().workers())
                .extracting(ProcessRecord::pid, ProcessRecord::parentPid, ProcessRecord::orphaned)
                .containsExactly(tuple(101L, 100L, false), tuple(102L, 101L, true));
    }

    @Test
    void a_daemon_that_nobody_saw_start_is_found_by_its_mark() {
        startMaster();
        ticks(2);
        proc.born(300, 1, 1003, "sleep", "1000").environ = "A=1\0PROCGRADE_RUN=7\0";
        proc.born(301, 1, 1003, "sleep", "1000").environ = "PROCGRADE_RUN=8\0";
        proc.born(299, 300, 1004, "sleep", "2000");
        end();

        assertThat(sampler.census().processes())
                .extracting(ProcessRecord::pid, ProcessRecord::parentPid, ProcessRecord::orphaned, ProcessRecord::part)
                .containsExactly(
                        tuple(100L, 0L, false, Part.MASTER),
                        tuple(300L, 0L, true, Part.OTHER),
                        tuple(299L, 300L, false, Part.OTHER));
    }

    @Test
    void a_stray_without_the_mark_is_found_by_the_session_of_the_run() {
        startMaster();
        ticks(2);
        proc.born(300, 1, 1003, "sleep", "1000").session = 100;
        end();

        assertThat(sampler.census().processes())
                .extracting(ProcessRecord::pid, ProcessRecord::orphaned)
                .contains(tuple(300L, true));
    }

    @Test
    void the_living_are_those_of_the_program_without_what_stands_around_it() {
        proc.born(60, 50, 900, "bwrap");
        proc.born(100, 60, 1000, MASTER);
        sampler.started(60, 100, MARK);
        FakeProcess worker = proc.born(101, 100, 1001, MASTER);
        tick();
        assertThat(sampler.alive()).extracting(ProcessStat::pid).containsExactly(100L, 101L);
        assertThat(sampler.pulse().pids()).containsExactlyInAnyOrder(60L, 100L, 101L);

        worker.becomesZombie(0);
        tick();
        assertThat(sampler.alive()).extracting(ProcessStat::pid).containsExactly(100L);
        assertThat(sampler.pulse().pids()).containsExactlyInAnyOrder(60L, 100L, 101L);

        proc.vanishes(worker);
        ticks(100);
        assertThat(sampler.pulse().pids()).containsExactlyInAnyOrder(60L, 100L);
    }

    @Test
    void the_pulse_tells_when_the_program_ran_and_how_often_it_awoke() {
        FakeProcess master = startMaster();
        ticks(2);
        master.runs(1);
        tick();
        master.runs(1);
        ticks(3);
        master.runs(1);
        tick();
        ticks(2);

        assertThat(sampler.pulse().lastMove()).isEqualTo(Duration.ofMillis(70));
        Usage usage = sampler.pulse().usage();
        assertThat(usage.at()).isEqualTo(Duration.ofMillis(90));
        assertThat(usage.processes().get(100L).awakenings()).isEqualTo(2);
    }

    @Test
    void threads_of_a_virtual_machine_are_no_pulse_and_are_read_less_often() {
        FakeProcess master = proc.born(100, 50, 1000, "/usr/bin/java", "PiMw");
        proc.newThread(master, 102);
        master.names.put(102L, "GC Thread#0");
        sampler.started(100, 100, MARK);
        ticks(10);
        Duration before = sampler.pulse().lastMove();
        int reads = proc.readsSoFar();
        for (int i = 0; i < 16; i++) {
            master.runs(102, 1);
            tick();
        }

        assertThat(sampler.pulse().lastMove()).isEqualTo(before);
        // loadavg each time; the thread, stat and now and then status every eighth time
        assertThat(proc.readsSoFar() - reads).isLessThan(16 + 2 * 16);
        assertThat(sampler.alive().get(0).pid()).isEqualTo(100);
    }

    @Test
    void births_of_others_do_not_make_idle_threads_look_suspicious() {
        FakeProcess master = startMaster();
        for (int tid = 101; tid < 131; tid++) {
            proc.newThread(master, tid);
        }
        master.runs(1);
        ticks(150);
        int reads = proc.readsSoFar();
        for (int i = 0; i < 8; i++) {
            proc.born(1000 + i, 1, 1003, "sh");
            tick();
        }

        // 31 threads twice, a sweep through all processes, and not each thread eight times
        assertThat(proc.readsSoFar() - reads).isLessThan(6 * 31);
    }

    @Test
    void a_thread_that_shows_some_ticks_after_its_birth_does_not_make_the_count_of_births_suspicious() {
        FakeProcess master = startMaster();
        for (int tid = 101; tid < 131; tid++) {
            proc.newThread(master, tid);
        }
        ticks(150);
        // how many threads it has is read each 50 ms
        for (int i = 0; i < 10; i++) {
            proc.newThread(master, 131 + i);
            for (int j = 0; j < 7; j++) {
                master.runs(1);
                tick();
            }
        }
        ticks(10);
        int reads = proc.readsSoFar();
        ticks(10);
        assertThat(proc.readsSoFar() - reads).isLessThan(5 * 41);
    }

    @Test
    void a_thread_of_a_virtual_machine_that_only_tried_to_go_on_has_stirred_and_not_moved() {
        FakeProcess master = proc.born(100, 50, 1000, "java", "PiMw");
        proc.newThread(master, 102);
        sampler.started(100, 100, MARK);
        ticks(10);
        Duration before = sampler.pulse().lastMove();
        long[] counters = master.threads.get(102L);
        counters[0] += 50_000;
        counters[2]++;
        tick();
        assertThat(sampler.pulse().lastMove()).isEqualTo(before);
        assertThat(sampler.pulse().lastStir()).isEqualTo(Duration.ofMillis(millis));

        counters[0] += 500_000;
        counters[2]++;
        tick();
        assertThat(sampler.pulse().lastMove()).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void the_run_has_changed_when_somebody_was_born_or_has_ended() {
        FakeProcess master = startMaster();
        ticks(50);
        Duration settled = sampler.changedAt();
        assertThat(settled).isLessThan(Duration.ofMillis(millis - 300));

        master.runs(30);
        tick();
        assertThat(sampler.changedAt()).isEqualTo(settled);

        FakeProcess worker = proc.born(101, 100, 1050, MASTER);
        tick();
        assertThat(sampler.changedAt()).isEqualTo(Duration.ofMillis(millis));
        ticks(50);
        assertThat(sampler.changedAt()).isLessThan(Duration.ofMillis(millis - 300));

        proc.vanishes(worker);
        tick();
        assertThat(sampler.changedAt()).isEqualTo(Duration.ofMillis(millis));
    }
}
