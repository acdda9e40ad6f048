package io.github.gdxagents.training.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** Time is told to the watchdog here; nobody waits. */
class WatchdogTest {
    private static final long LOOK = 200_000_000;

    private final Heartbeat quiet = new Heartbeat();
    private final Heartbeat lively = new Heartbeat();
    private final Watchdog watchdog = new Watchdog(List.of(lively, quiet), Duration.ofSeconds(5));
    private long now = -7_000_000_000L; // the clock may begin anywhere

    private void begin() {
        quiet.begin();
        lively.begin();
        watchdog.begin(now);
        look(LOOK);
    }

    private void look(long later) {
        now += later;
        lively.beat();
        watchdog.look(now);
    }

    @Test
    void whoIsSilentForLongerThanAllowedIsNamed() {
        begin();
        for (int i = 0; i < 25; i++) { // 5 s
            look(LOOK);
        }
        Watchdog.StuckException stuck = catchThrowableOfType(Watchdog.StuckException.class, () -> look(LOOK));
        assertThat(stuck).hasMessageStartingWith("it has not come back for 5 s; its thread is at");
        assertThat(stuck.position()).isEqualTo(1);
    }

    @Test
    void oneBeatIsEnough() {
        begin();
        for (int i = 0; i < 100; i++) {
            if (i % 25 == 24) {
                quiet.beat();
            }
            look(LOOK);
        }
    }

    /** A stopped process, a machine that slept: the game had no time either. */
    @Test
    void aPauseOfTheWholeProcessIsNobodysFault() {
        begin();
        assertThatCode(() -> look(3_600_000_000_000L)).doesNotThrowAnyException();
        for (int i = 0; i < 19; i++) {
            look(LOOK);
        }
        assertThat(catchThrowableOfType(Watchdog.StuckException.class, () -> {
                    look(LOOK);
                    look(LOOK);
                }))
                .as("the pause counts as one second")
                .isNotNull();
    }

    @Test
    void whoHasEndedIsNotWatched() {
        begin();
        quiet.end();
        for (int i = 0; i < 100; i++) {
            look(LOOK);
        }
    }

    @Test
    void zeroIsForEver() {
        Watchdog patient = new Watchdog(List.of(quiet), Duration.ZERO);
        quiet.begin();
        patient.begin(0);
        for (int i = 1; i < 1000; i++) {
            patient.look(i * LOOK);
        }
    }

    /** The patience is over as soon as it looks. */
    @Test
    void whoWaitsWithoutRegardToAnInterruptStillNoticesWhoIsSilent() {
        Watchdog hasty = new Watchdog(List.of(quiet), Duration.ofNanos(1));
        quiet.begin();
        Thread.currentThread().interrupt();
        Watchdog.StuckException stuck = catchThrowableOfType(
                Watchdog.StuckException.class, () -> hasty.await(List.of(new CompletableFuture<>())));
        assertThat(Thread.interrupted()).as("the interrupt is not lost").isTrue();
        assertThat(stuck).isNotNull();
        assertThat(stuck.position()).isZero();
    }

    @Test
    void ofSeveralTasksThatFailedTheFirstIsTold() {
        List<CompletableFuture<?>> tasks = List.of(
                CompletableFuture.completedFuture(0),
                CompletableFuture.failedFuture(new ArithmeticException("second")),
                CompletableFuture.failedFuture(new ArithmeticException("third")));
        Watchdog patient = new Watchdog(List.of(lively, lively, lively), Duration.ofSeconds(5));
        assertThat(catchThrowable(() -> patient.await(tasks)))
                .isInstanceOf(ExecutionException.class)
                .satisfies(first -> assertThat(first.getCause()).hasMessage("second"))
                .satisfies(first -> assertThat(first.getSuppressed())
                        .singleElement()
                        .satisfies(third -> assertThat(third).cause().hasMessage("third")));
    }

    @Test
    void aFailureBesidesAThreadThatIsStuckIsNotLost() {
        List<CompletableFuture<?>> tasks = List.of(
                CompletableFuture.failedFuture(new ArithmeticException("first")), new CompletableFuture<Integer>());
        quiet.begin();
        Watchdog impatient = new Watchdog(List.of(lively, quiet), Duration.ofMillis(1));
        assertThatThrownBy(() -> impatient.await(tasks))
                .isInstanceOf(Watchdog.StuckException.class)
                .satisfies(stuck -> assertThat(stuck.getSuppressed())
                        .singleElement()
                        .satisfies(failure -> assertThat(failure).cause().hasMessage("first")));
    }
}
