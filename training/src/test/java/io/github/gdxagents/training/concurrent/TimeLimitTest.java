package io.github.gdxagents.training.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TimeLimitTest {
    @Test
    void whatComesBackHasRunOnAThreadOfItsOwn() {
        AtomicReference<Thread> thread = new AtomicReference<>();
        TimeLimit.run(Duration.ofSeconds(60), heartbeat -> thread.set(Thread.currentThread()));
        assertThat(thread.get()).isNotNull().isNotSameAs(Thread.currentThread());
        TimeLimit.run(Duration.ZERO, heartbeat -> thread.set(null)); // for as long as it likes
        assertThat(thread.get()).isNull();
    }

    @Test
    void whatIsThrownArrivesAsItIs() {
        IllegalStateException exception = new IllegalStateException("no map");
        assertThatThrownBy(() -> TimeLimit.run(Duration.ofSeconds(60), heartbeat -> {
                    throw exception;
                }))
                .isSameAs(exception);
        AssertionError error = new AssertionError("no");
        assertThatThrownBy(() -> TimeLimit.run(Duration.ofSeconds(60), heartbeat -> {
                    throw error;
                }))
                .isSameAs(error);
    }

    /** One second is the least that anybody may allow. */
    @Test
    void whoDoesNotComeBackIsLeftBehind() {
        CountDownLatch never = new CountDownLatch(1);
        assertThatThrownBy(() -> TimeLimit.run(Duration.ofSeconds(1), heartbeat -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }))
                .isInstanceOf(Watchdog.StuckException.class)
                .hasMessageStartingWith("it has not come back for 1 s; its thread is at");
        never.countDown();
    }
}
