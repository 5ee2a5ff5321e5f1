package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class LockProcessTests {
    private final Semaphore passed = new Semaphore(0);

    private static void joined(Process process) {
        process.join();
        assertThat(process.exitcode()).isZero();
    }

    @Test
    void a_lock_blocks_another_process_until_it_is_released() {
        Lock lock = new Lock();
        lock.acquire();
        Process other = new Process(LockProcessTests::takeAndGive, lock, passed).start();
        Blocked.awaitReader(other, lock.handle().name() + ".lock");
        assertThat(passed.getValue()).isZero();
        lock.release();
        joined(other);
        assertThat(passed.getValue()).isEqualTo(1);
        assertThat(lock.acquire(false)).isTrue();
    }

    private static void takeAndGive(Lock lock, Semaphore passed) {
        try (var held = lock.hold()) {
            passed.release();
        }
    }

    @Test
    void a_lock_may_be_released_by_another_process() {
        Lock lock = new Lock();
        lock.acquire();
        joined(new Process(Lock::release, lock).start());
        assertThat(lock.acquire(false)).isTrue();
    }

    @Test
    void a_lock_whose_holder_was_killed_stays_locked() {
        Lock lock = new Lock();
        Process holder = new Process(LockProcessTests::takeAndKeep, lock, passed).start();
        passed.acquire();
        holder.kill();
        holder.join();
        assertThat(holder.exitcode()).isEqualTo(-9);
        assertThat(lock.acquire(false)).isFalse();
        lock.release();
        assertThat(lock.acquire(false)).isTrue();
    }

    private static void takeAndKeep(Lock lock, Semaphore passed) {
        lock.acquire();
        passed.release();
        lock.acquire();
    }

    @Test
    void a_recursive_lock_is_held_by_one_process_and_not_by_its_children() {
        RLock lock = new RLock();
        lock.acquire();
        lock.acquire();
        Process child = new Process(LockProcessTests::takeTwice, lock, passed).start();
        Blocked.awaitReader(child, lock.handle().name() + ".lock");
        lock.release();
        assertThat(passed.getValue()).isZero();
        lock.release();
        joined(child);
        assertThat(passed.getValue()).isEqualTo(1);
        assertThat(lock.acquire(false)).isTrue();
    }

    private static void takeTwice(RLock lock, Semaphore passed) {
        assertThat(lock.acquire(false)).isFalse();
        assertThatIllegalStateException().isThrownBy(lock::release);
        lock.acquire();
        assertThat(lock.acquire(false)).isTrue();
        passed.release();
        lock.release();
        lock.release();
        assertThatIllegalStateException().isThrownBy(lock::release);
    }

    @Test
    void a_semaphore_lets_as_many_processes_pass_as_it_is_released() {
        Semaphore semaphore = new Semaphore(0);
        Process one = new Process(LockProcessTests::pass, semaphore, passed).start();
        Process other = new Process(LockProcessTests::pass, semaphore, passed).start();
        Blocked.awaitReader(one, semaphore.handle().name() + ".count");
        Blocked.awaitReader(other, semaphore.handle().name() + ".count");
        semaphore.release();
        passed.acquire();
        assertThat(passed.getValue()).isZero();
        semaphore.release();
        joined(one);
        joined(other);
        assertThat(passed.getValue()).isEqualTo(1);
        assertThat(semaphore.getValue()).isZero();
    }

    private static void pass(Semaphore semaphore, Semaphore passed) {
        semaphore.acquire();
        passed.release();
    }

    @Test
    void a_bounded_semaphore_is_bounded_in_every_process() {
        BoundedSemaphore semaphore = new BoundedSemaphore(2);
        semaphore.acquire();
        joined(new Process(LockProcessTests::releaseTwice, semaphore).start());
        assertThat(semaphore.getValue()).isEqualTo(2);
    }

    private static void releaseTwice(BoundedSemaphore semaphore) {
        semaphore.release();
        assertThatIllegalStateException().isThrownBy(semaphore::release);
    }
}
