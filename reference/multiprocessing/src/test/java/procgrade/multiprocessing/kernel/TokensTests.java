package procgrade.multiprocessing.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class TokensTests {
    private static final int THREADS = 4;

    private final Fifo pipe = Session.current().createFifo(Session.current().newName("tokens") + ".test");
    private final Tokens tokens = new Tokens(pipe);

    @AfterEach
    void remove_pipe() {
        tokens.close();
        assertThat(pipe.path().delete()).isTrue();
    }

    @Test
    void are_counted_up_and_down() {
        assertThat(tokens.count()).isZero();
        assertThat(tokens.tryAcquire()).isFalse();
        tokens.release(3);
        tokens.release();
        assertThat(tokens.count()).isEqualTo(4);
        tokens.acquire();
        assertThat(tokens.tryAcquire()).isTrue();
        assertThat(tokens.acquire(0)).isTrue();
        assertThat(tokens.acquire(1_000_000_000)).isTrue();
        assertThat(tokens.count()).isZero();
        assertThat(tokens.acquire(-1)).isFalse();
        assertThat(tokens.acquire(1)).isFalse();
    }

    @Test
    void may_be_as_many_as_promised() {
        tokens.release(Tokens.MOST);
        for (int i = 0; i < 5_000; i++) {
            tokens.acquire();
            tokens.release();
        }
        assertThat(tokens.count()).isEqualTo(Tokens.MOST);
    }

    @Test
    void admit_no_more_threads_than_there_are_tokens() {
        tokens.release(2);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<CompletableFuture<Void>> threads = new ArrayList<>();
        for (int t = 0; t < THREADS; t++) {
            int way = t;
            threads.add(CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 500; i++) {
                    take(way);
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    inside.decrementAndGet();
                    tokens.release();
                }
            }));
        }
        threads.forEach(CompletableFuture::join);
        assertThat(most.get()).isLessThanOrEqualTo(2);
        assertThat(tokens.count()).isEqualTo(2);
    }

    private void take(int way) {
        boolean taken = false;
        while (!taken) {
            switch (way) {
                case 0 -> taken = tokens.tryAcquire();
                case 1 -> taken = tokens.acquire(10_000);
                default -> {
                    tokens.acquire();
                    taken = true;
                }
            }
        }
    }
}
