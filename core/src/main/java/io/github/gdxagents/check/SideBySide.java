package io.github.gdxagents.check;

import io.github.gdxagents.check.EpisodeTrace.Difference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Plays instances on several threads at once, again and again, and holds each episode against the same one played alone on a new instance. A
 * game whose instances share nothing shows no difference, however often; one that shares something is most likely caught in the act. What
 * differs on one thread just as well, after as many episodes, is left over from these.
 */
final class SideBySide {
    private static final String DESCRIPTION = "at once with other instances on other threads";
    private static final int MOST_THREADS =
            Math.max(2, Math.min(4, Runtime.getRuntime().availableProcessors()));
    /** Of each thread: enough for a race of a few nanoseconds in each step to show; a slow game makes as many as there is time for. */
    private static final long MOST_STEPS = 200_000;

    private static final long MILLISECONDS = 2000;
    /** A game that shares a list or a map may never come back from a step. */
    private static final long PATIENCE_SECONDS = 60;

    private final Stage stage;
    private final Map<Long, EpisodeTrace> alone = new LinkedHashMap<>();
    private final int threads;
    private long firstSeed;
    private final CountDownLatch start;
    /** Steps of all threads. */
    private final AtomicLong progress = new AtomicLong();

    /** Counted down by each thread that has nothing more to play. */
    private final CountDownLatch playing;

    /** The first difference that a thread found, or null. */
    private final AtomicReference<Found> found = new AtomicReference<Found>();

    private volatile boolean isEnough;

    /** With several threads, or with one for a game that needs that. */
    SideBySide(Stage stage, boolean isOneThread) {
        this.stage = stage;
        threads = isOneThread ? 1 : MOST_THREADS;
        start = new CountDownLatch(threads);
        playing = new CountDownLatch(threads);
    }

    /** Plays the episodes of so many seeds, of which each thread begins with another. */
    void compare(long seed, int seeds) {
        firstSeed = seed;
        for (int i = 0; i < seeds; i++) {
            alone.put(seed + i, NewInstance.plain().play(stage, seed + i));
        }
        List<FutureTask<Void>> tasks = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            GuardedSimulation simulation = stage.open(DESCRIPTION);
            int first = i;
            tasks.add(new FutureTask<>(() -> play(simulation, first), null));
        }
        for (FutureTask<Void> task : tasks) {
            Thread thread = new Thread(task, "simulation-check-side-by-side");
            thread.setDaemon(true);
            thread.start();
        }
        stopInTime();
        for (FutureTask<Void> task : tasks) {
            await(task);
        }
        Found difference = found.get();
        if (difference != null) {
            report(difference);
        }
    }

    private void report(Found difference) {
        boolean isLeftOver = threads == 1 || isFoundAlone(difference);
        stage.findings()
                .add(
                        isLeftOver ? FindingKind.LEFTOVER_STATE : FindingKind.THREADS_INTERFERE,
                        "episode",
                        difference.place,
                        difference.expected,
                        difference.actual
                                + (isLeftOver
                                        ? " on an instance that has played " + difference.before + " episodes"
                                        : " " + DESCRIPTION));
    }

    /** Plays the same episodes in the same order on one instance, and nothing beside it. */
    private boolean isFoundAlone(Found difference) {
        GuardedSimulation simulation = stage.open("");
        try {
            Playthrough play = stage.playthrough(simulation, Collections.<Probe>emptyList());
            for (int i = 0; i <= difference.before; i++) {
                long seed = seed(difference.first, i);
                if (difference(seed, play.play(seed, seed), difference.first, i) != null) {
                    return true;
                }
            }
            return false;
        } finally {
            simulation.dispose();
        }
    }

    private void stopInTime() {
        try {
            playing.await(MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        isEnough = true;
    }

    private void await(FutureTask<Void> task) {
        try {
            while (!isOver(task)) {
                // somebody goes on
            }
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof GameFailure)) {
                throw new IllegalStateException("simulation check: a thread failed", failed.getCause());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("simulation check: interrupted", interrupted);
        }
    }

    private boolean isOver(FutureTask<Void> task) throws ExecutionException, InterruptedException {
        long before = progress.get();
        try {
            task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException slow) {
            if (progress.get() == before) {
                stage.findings()
                        .add(
                                FindingKind.THREADS_INTERFERE,
                                "episode",
                                "episode",
                                "an end, as when played alone",
                                "no step in " + PATIENCE_SECONDS + " seconds " + DESCRIPTION);
                throw new GameFailure(slow);
            }
            return false;
        }
    }

    private void play(GuardedSimulation simulation, int first) {
        start.countDown();
        try {
            start.await();
        } catch (InterruptedException ending) {
            return; // nobody else has this thread
        }
        try {
            playAll(simulation, first);
        } finally {
            playing.countDown();
        }
        simulation.dispose();
    }

    private void playAll(GuardedSimulation simulation, int first) {
        Playthrough play = stage.playthrough(simulation, Collections.singletonList(counting()));
        int seeds = alone.size();
        long steps = 0;
        for (int i = 0; found.get() == null && (i < seeds || steps < MOST_STEPS && !isEnough); i++) {
            long seed = seed(first, i);
            Found difference = difference(seed, play.play(seed, seed), first, i);
            if (difference != null) {
                found.compareAndSet(null, difference);
            }
            steps += Math.max(1, play.steps());
        }
    }

    /** The seed of the i-th episode of the thread that begins with the first. */
    private long seed(int first, int i) {
        return firstSeed + (first + i) % alone.size();
    }

    private Probe counting() {
        return new Probe() {
            @Override
            public void stepped(Playthrough play) {
                progress.incrementAndGet();
            }
        };
    }

    /** What is other than when played alone on a new instance, or null. */
    private Found difference(long seed, EpisodeTrace now, int first, int before) {
        EpisodeTrace expected = alone.get(seed);
        if (expected.isBrokenOff()) {
            return null;
        }
        if (now.isBrokenOff()) {
            return new Found(
                    first,
                    before,
                    "episode, seed " + seed,
                    "no exception, as when played alone",
                    "the game breaks when played");
        }
        Difference difference = expected.differenceTo(now);
        return difference == null
                ? null
                : new Found(
                        first,
                        before,
                        difference.label + ", seed " + seed + ", step " + difference.step,
                        difference.mine + ", as when played alone",
                        difference.theirs + " when played");
    }

    /** A difference, and in which episode of which thread it showed. */
    private static final class Found {
        final int first;
        final int before;
        final String place;
        final String expected;
        final String actual;

        Found(int first, int before, String place, String expected, String actual) {
            this.first = first;
            this.before = before;
            this.place = place;
            this.expected = expected;
            this.actual = actual;
        }
    }
}
