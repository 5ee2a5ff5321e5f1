package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who the workers of a pool are, how they begin, and what happens when they end. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class PoolWorkerTests {
    private static int initialized;

    private Pool pool;

    @AfterEach
    void terminate() {
        if (pool != null) {
            pool.terminate();
        }
    }

    private static List<Process> workers() {
        return Process.activeChildren().stream()
                .filter(process -> process.name().startsWith("PoolWorker-"))
                .toList();
    }

    private static long pid() {
        return ProcessHandle.current().pid();
    }

    private static int afterPassing(Queue<Long> begun, Semaphore gate, int x) {
        begun.put(pid());
        gate.acquire();
        return x;
    }

    @Test
    void are_daemonic_processes_that_wait_in_the_kernel() {
        pool = new Pool(2);
        List<Process> workers = workers();
        assertThat(workers).hasSize(2).allMatch(Process::isDaemon);
        assertThat(workers).extracting(Process::name).allMatch(name -> name.matches("PoolWorker-\\d+"));
        Blocked.awaitReader(workers.get(0), pool.crew().name() + ".tasks-1");
        Blocked.awaitReader(workers.get(1), pool.crew().name() + ".tasks-2");
        String name = pool.<String>apply(() -> Process.currentProcess().name());
        assertThat(workers).extracting(Process::name).contains(name);
    }

    @Test
    void are_as_many_as_there_are_processors_if_nobody_says() {
        pool = new Pool();
        assertThat(workers()).hasSize(Runtime.getRuntime().availableProcessors());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void are_at_least_one(int count) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pool(count))
                .withMessage(
                        "a pool needs at least 1 process, not " + count + "; new Pool() makes one for each processor");
    }

    @Test
    void must_not_have_a_pool_of_their_own() {
        pool = new Pool(1);
        assertThatIllegalStateException()
                .isThrownBy(() -> pool.<String>apply(() -> new Pool(1).toString()))
                .withMessageMatching("cannot start PoolWorker-\\d+:1: the daemonic process PoolWorker-\\d+"
                        + " must not have children; make it non-daemonic");
    }

    @Test
    void run_an_initializer_once_before_their_first_task() {
        Semaphore lock = new Semaphore(3);
        pool = new Pool(2, PoolWorkerTests::initialize, lock, 1);
        assertThat(pool.<Integer, Integer>map(x -> initialized, List.of(1, 2, 3, 4, 5, 6), 1))
                .containsOnly(1);
        assertThat(pool.<Semaphore, Integer>apply(Semaphore::getValue, lock)).isBetween(1, 2);
        assertThat(initialized).isZero();
    }

    private static void initialize(Semaphore lock, int amount) {
        initialized += amount;
        lock.acquire();
    }

    @Test
    void run_an_initializer_that_captures_variables() {
        Queue<String> said = new Queue<>();
        String word = "ready";
        pool = new Pool(1, () -> said.put(word));
        assertThat(said.get()).isEqualTo("ready");
        pool.close();
        pool = new Pool(1, Queue::put, said, "again");
        assertThat(said.get()).isEqualTo("again");
    }

    @Test
    void are_replaced_after_their_share_of_tasks() {
        pool = new Pool(1).maxTasksPerChild(2);
        List<Long> pids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            pids.add(pool.<Long>apply(PoolWorkerTests::pid));
        }
        assertThat(pids.get(1)).isEqualTo(pids.get(0));
        assertThat(pids.get(3)).isEqualTo(pids.get(2));
        assertThat(new HashSet<>(pids)).hasSize(3);
    }

    @Test
    void are_replaced_even_after_close_until_all_tasks_are_done() {
        pool = new Pool(2).maxTasksPerChild(1);
        List<AsyncResult<Integer>> results = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            results.add(pool.<Integer, Integer>applyAsync(x -> x * x, i));
        }
        pool.close();
        assertThat(results).extracting(AsyncResult::get).containsExactly(0, 1, 4, 9, 16);
    }

    @Test
    void have_a_share_of_at_least_one_task() {
        pool = new Pool(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pool.maxTasksPerChild(0))
                .withMessage("a worker must be allowed at least 1 task, not 0;"
                        + " leave the call out to keep workers for ever");
    }

    @Test
    void fail_their_task_and_no_other_if_they_are_killed() {
        pool = new Pool(2);
        Queue<Long> begun = new Queue<>();
        Semaphore gate = new Semaphore(0);
        AsyncResult<Integer> lost = pool.applyAsync(PoolWorkerTests::afterPassing, begun, gate, 1);
        Process victim = workerWithPid(begun.get());
        AsyncResult<Integer> kept = pool.applyAsync(PoolWorkerTests::afterPassing, begun, gate, 2);
        assertThat(begun.get()).isNotEqualTo(victim.pid());
        victim.kill();
        assertThatExceptionOfType(TaskFailed.class)
                .isThrownBy(lost::get)
                .withMessage(
                        victim.name() + " (process " + victim.pid() + ") was killed by signal 9 while it ran a task of "
                                + pool.crew().name()
                                + ", whose result is lost; look for System.exit in the task, for too little"
                                + " memory, or for who killed it");
        gate.release();
        assertThat(kept.get()).isEqualTo(2);
        List<Integer> items = List.of(1, 2, 3, 4);
        assertThat(pool.<Integer, Integer>map(x -> x, items)).isEqualTo(items);
    }

    private static Process workerWithPid(long pid) {
        return workers().stream()
                .filter(worker -> worker.pid() == pid)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void fail_their_task_if_it_ends_them() {
        pool = new Pool(1);
        PoolIterator<Integer> results = pool.imap(PoolWorkerTests::exitIfThree, List.of(1, 3, 5), 1);
        assertThat(results.next()).isEqualTo(1);
        assertThatExceptionOfType(TaskFailed.class)
                .isThrownBy(results::next)
                .withMessageMatching(
                        "PoolWorker-\\d+ \\(process \\d+\\) ended with exit code 3 while it ran a task of .*");
        assertThat(results.next()).isEqualTo(5);
        assertThatExceptionOfType(TaskFailed.class)
                .isThrownBy(() -> pool.<Integer, Integer>map(PoolWorkerTests::exitIfThree, List.of(1, 2, 3), 3));
    }

    private static int exitIfThree(int x) {
        if (x == 3) {
            System.exit(3);
        }
        return x;
    }

    @Test
    void are_replaced_if_they_are_killed_while_they_have_nothing_to_do() {
        pool = new Pool(1);
        Process first = workers().get(0);
        Blocked.awaitReader(first, ".tasks-1");
        first.kill();
        first.join();
        long second = pool.<Long>apply(PoolWorkerTests::pid);
        assertThat(second).isNotEqualTo(first.pid());
    }

    @Test
    void hand_a_task_over_that_they_had_not_begun_when_they_were_killed() {
        pool = new Pool(1);
        Process first = workers().get(0);
        Blocked.awaitReader(first, ".tasks-1");
        RunningProgram.signal("STOP", first.pid());
        Blocked.awaitStopped(first.pid());
        AsyncResult<Long> result = pool.applyAsync(PoolWorkerTests::pid);
        Blocked.awaitReadersHere(1, pool.crew().name() + ".results-1");
        first.kill();
        assertThat(result.get()).isNotEqualTo(first.pid());
    }

    @Test
    void hand_a_large_task_over_that_they_did_not_read_to_its_end() {
        pool = new Pool(1);
        Process first = workers().get(0);
        Blocked.awaitReader(first, ".tasks-1");
        RunningProgram.signal("STOP", first.pid());
        Blocked.awaitStopped(first.pid());
        AsyncResult<Integer> result = pool.applyAsync(bytes -> bytes.length, new byte[300_000]);
        Blocked.awaitWriter(ProcessHandle.current().pid(), pool.crew().name() + ".tasks-1");
        first.kill();
        assertThat(result.get()).isEqualTo(300_000);
    }

    @Test
    void stop_the_pool_if_they_end_before_they_take_tasks() {
        pool = new Pool(1, () -> System.exit(5));
        AsyncResult<Long> result = pool.applyAsync(PoolWorkerTests::pid);
        String message =
                pool.crew().name() + " has no workers because 3 in a row ended before they took a task, the last"
                        + " of which ended with exit code 5; correct that and make a new pool";
        assertThatExceptionOfType(TaskFailed.class).isThrownBy(result::get).withMessage(message);
        assertThatExceptionOfType(TaskFailed.class)
                .isThrownBy(() -> pool.<Long>apply(PoolWorkerTests::pid))
                .withMessage(message);
        PoolIterator<Integer> results = pool.imap(x -> x, List.of(1));
        assertThatExceptionOfType(TaskFailed.class).isThrownBy(results::next).withMessage(message);
        assertThat(results.hasNext()).isFalse();
    }
}
