package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import procgrade.multiprocessing.Program.Ended;
import procgrade.multiprocessing.kernel.Session;
import procgrade.multiprocessing.programs.Pools;

/** How pools end, and that nothing is left of them. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class PoolEndTests {
    private static int square(int x) {
        return x * x;
    }

    private static int afterPassing(Semaphore gate, int x) {
        gate.acquire();
        return x;
    }

    private static void assertNothingLeft(Pool pool) {
        assertThat(Process.activeChildren()).noneMatch(process -> process.name().startsWith("PoolWorker-"));
        String pipes = pool.crew().name() + ".";
        assertThat(Session.current().folder().list()).noneMatch(file -> file.contains(pipes));
    }

    private static String terminated(Pool pool) {
        return pool.crew().name()
                + " was terminated before this task had a result; close() it instead to wait for results";
    }

    @Test
    void a_try_block_waits_for_results_and_ends_the_workers() {
        Pool used;
        AsyncResult<List<Integer>> result;
        try (Pool pool = new Pool(2)) {
            used = pool;
            assertThat(pool).hasToString("Pool(" + pool.crew().name() + ")");
            result = pool.mapAsync(PoolEndTests::square, List.of(1, 2, 3), 1);
        }
        assertThat(result.ready()).isTrue();
        assertThat(result.get()).containsExactly(1, 4, 9);
        assertNothingLeft(used);
        String message = used.crew().name() + " takes no more tasks; give them before you close() or terminate() it";
        assertThatIllegalStateException()
                .isThrownBy(() -> used.<Integer, Integer>apply(PoolEndTests::square, 1))
                .withMessage(message);
        assertThatIllegalStateException()
                .isThrownBy(() -> used.<Integer, Integer>map(PoolEndTests::square, List.of()))
                .withMessage(message);
        assertThatIllegalStateException()
                .isThrownBy(() -> used.<Integer, Integer>imap(PoolEndTests::square, List.of(1)))
                .withMessage(message);
        used.close();
        used.join();
        used.terminate();
    }

    @Test
    void only_a_pool_that_takes_no_tasks_can_be_joined() {
        Pool pool = new Pool(1);
        assertThatIllegalStateException()
                .isThrownBy(pool::join)
                .withMessage(pool.crew().name() + " still takes tasks; close() or terminate() it before join()");
        assertThat(pool.<Integer, Integer>apply(PoolEndTests::square, 3)).isEqualTo(9);
        pool.close();
    }

    @Test
    void terminating_a_pool_fails_what_has_no_result_yet() {
        Pool pool = new Pool(2);
        Semaphore gate = new Semaphore(1);
        AsyncResult<Integer> done = pool.applyAsync(PoolEndTests::afterPassing, gate, 7);
        assertThat(done.get()).isEqualTo(7);
        List<Throwable> seen = new ArrayList<>();
        AsyncResult<List<Integer>> stuck = pool.<Semaphore, Integer, Integer>starmapAsync(
                        PoolEndTests::afterPassing, Collections.nCopies(100, List.of(gate, 1)))
                .errorCallback(seen::add);
        AsyncResult<Integer> queued = pool.applyAsync(PoolEndTests::square, 3);
        PoolIterator<Integer> iterator = pool.imap(PoolEndTests::square, List.of(1, 2));
        pool.terminate();
        assertNothingLeft(pool);
        assertThat(done.get()).isEqualTo(7);
        assertThatExceptionOfType(TaskFailed.class).isThrownBy(stuck::get).withMessage(terminated(pool));
        assertThat(seen).hasSize(1);
        assertThatExceptionOfType(TaskFailed.class).isThrownBy(queued::get).withMessage(terminated(pool));
        assertThatExceptionOfType(TaskFailed.class).isThrownBy(iterator::next).withMessage(terminated(pool));
        assertThat(iterator.hasNext()).isFalse();
        pool.join();
        pool.close();
    }

    @Test
    void a_callback_may_terminate_the_pool() {
        Pool pool = new Pool(2);
        AsyncResult<Integer> result = pool.applyAsync(PoolEndTests::square, 1);
        result.callback(value -> pool.terminate()).await();
        pool.join();
        assertThat(result.get()).isEqualTo(1);
        assertNothingLeft(pool);
    }

    @Test
    void terminating_does_not_wait_for_the_items_of_the_program() {
        Semaphore never = new Semaphore(0);
        Iterable<Integer> items = () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                return never.acquire();
            }

            @Override
            public Integer next() {
                return 1;
            }
        };
        Pool pool = new Pool(2);
        PoolIterator<Integer> results = pool.imap(PoolEndTests::square, items);
        Blocked.awaitReadersHere(1, never.handle().name() + ".count");
        pool.terminate();
        assertThatExceptionOfType(TaskFailed.class).isThrownBy(results::next).withMessage(terminated(pool));
        never.release();
        pool.join();
    }

    @Test
    void an_interrupt_terminates_a_pool_that_is_being_closed() throws Exception {
        Pool pool = new Pool(1);
        Semaphore gate = new Semaphore(0);
        AsyncResult<Integer> stuck = pool.applyAsync(PoolEndTests::afterPassing, gate, 1);
        Thread closing = Thread.currentThread();
        Future<?> interrupting = new Crew().start(() -> {
            awaitState(closing, Thread.State.WAITING);
            closing.interrupt();
            return null;
        });
        pool.close();
        assertThat(Thread.interrupted()).isTrue();
        Crew.result(interrupting);
        assertThatExceptionOfType(TaskFailed.class).isThrownBy(stuck::get).withMessage(terminated(pool));
        assertNothingLeft(pool);
    }

    private static void awaitState(Thread thread, Thread.State state) {
        while (thread.getState() != state) {
            Thread.onSpinWait();
        }
    }

    @Test
    void an_interrupt_ends_the_wait_for_a_result() {
        try (Pool pool = new Pool(1)) {
            Semaphore gate = new Semaphore(0);
            AsyncResult<Integer> result = pool.applyAsync(PoolEndTests::afterPassing, gate, 1);
            PoolIterator<Integer> results = pool.imap(PoolEndTests::square, List.of(2));
            String message =
                    "interrupted while waiting for a result of " + pool.crew().name() + "; wait for it again";
            Thread.currentThread().interrupt();
            assertThatIllegalStateException().isThrownBy(result::get).withMessage(message);
            assertThatIllegalStateException()
                    .isThrownBy(() -> result.await(java.time.Duration.ofMinutes(1)))
                    .withMessage(message);
            assertThatIllegalStateException().isThrownBy(results::next).withMessage(message);
            assertThatIllegalStateException()
                    .isThrownBy(() -> results.next(java.time.Duration.ofMinutes(1)))
                    .withMessage(message);
            assertThat(Thread.interrupted()).isTrue();
            gate.release();
            assertThat(results.next()).isEqualTo(4);
        }
    }

    @Test
    void a_pool_forgets_arguments_and_results_that_were_handed_out() {
        try (Pool pool = new Pool(1)) {
            WeakReference<Object> argument = mapped(pool);
            while (argument.get() != null) {
                System.gc();
            }
        }
    }

    private static WeakReference<Object> mapped(Pool pool) {
        List<Integer> argument = new ArrayList<>(List.of(1, 2));
        assertThat(pool.<List<Integer>, Integer>map(List::size, List.of(argument)))
                .containsExactly(2);
        return new WeakReference<>(argument);
    }

    @Test
    void a_child_may_have_a_pool() {
        Queue<List<Integer>> results = new Queue<>();
        Process child = new Process(PoolEndTests::poolOfChild, results).start();
        assertThat(results.get()).containsExactly(1, 4);
        child.join();
        assertThat(child.exitcode()).isZero();
    }

    private static void poolOfChild(Queue<List<Integer>> results) {
        try (Pool pool = new Pool(1)) {
            results.put(pool.map(PoolEndTests::square, List.of(1, 2)));
        }
    }

    @Test
    void a_pool_that_cannot_start_all_its_workers_starts_none() {
        Object unsendable = new Object();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pool(2, PoolEndTests::ignore, unsendable))
                .withMessageStartingWith("cannot send a java.lang.Object to another process");
        assertThat(Process.activeChildren()).noneMatch(process -> process.name().startsWith("PoolWorker-"));
    }

    private static void ignore(Object argument) {}

    @Test
    void a_program_may_leave_its_pools_to_their_fate() {
        Ended ended = Program.run(Pools.class, "leave");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.lines()).containsExactly("[7, 14, 21]");
        assertClean(ended, 0);
    }

    private static void assertClean(Ended ended, int exitCode) {
        assertThat(ended.exitCode()).isEqualTo(exitCode);
        assertThat(ended.folders()).isEmpty();
        assertThat(ended.survivors()).isEmpty();
    }

    @Test
    void a_program_that_is_ended_by_a_signal_takes_its_pools_along() {
        try (RunningProgram program = Program.of(Pools.class, "wait").start()) {
            String worker = program.awaitLine("working");
            assertThat(ProcessHandle.of(Long.parseLong(worker))).isPresent();
            program.signal("INT");
            Ended ended = program.awaitEnd();
            assertThat(ended.err()).isEmpty();
            assertClean(ended, 130);
        }
    }

    @Test
    void a_pool_that_cannot_start_another_worker_fails_all_tasks() {
        Ended ended = Program.run(Pools.class, "homeless");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.lines()).hasSize(3);
        assertThat(ended.lines().get(0)).contains("ended with exit code 3 while it ran a task");
        assertThat(ended.lines().get(1))
                .startsWith("pool-1 cannot go on: java.io.UncheckedIOException: cannot ")
                .endsWith("; correct that and make a new pool");
        assertThat(ended.lines().get(2)).isEqualTo(ended.lines().get(1));
        assertClean(ended, 0);
    }

    @Test
    void a_failed_initializer_is_printed_and_fails_all_tasks() {
        Ended ended = Program.run(Pools.class, "initializer");
        assertThat(ended.lines())
                .containsExactly(
                        "pool-1 has no workers because their initializer failed: java.lang.IllegalStateException: not today;"
                                + " correct that and make a new pool",
                        "java.lang.IllegalStateException: not today");
        assertThat(ended.err())
                .startsWith("Process PoolWorker-1:\njava.lang.IllegalStateException: not today\n\tat "
                        + Pools.class.getName() + ".refuse(")
                .doesNotContain("PoolWorker.");
        assertClean(ended, 0);
    }

    @Test
    void a_pool_does_not_travel() {
        try (Pool pool = new Pool(1)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> pool.<Pool, Integer>apply(PoolEndTests::use, pool))
                    .withMessage("this pool belongs to another process; make one of your own in this process");
        }
    }

    private static int use(Pool pool) {
        pool.close();
        return pool.apply(PoolEndTests::square, 2);
    }

    @Test
    void a_pool_that_a_class_makes_is_made_in_the_first_process_only() {
        Ended ended = Program.of("procgrade.multiprocessing.programs.EarlyPool").run();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.lines()).containsExactly("[0, 0]");
        assertClean(ended, 0);
    }
}
