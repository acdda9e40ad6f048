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

/**
 * Plays instances on several threads at once, again and again, and holds each episode against the same one played alone. A game whose
 * instances share nothing shows no difference, however often; one that shares something is most likely caught in the act.
 */
final class SideBySide {
    private static final String DESCRIPTION = "at once with other instances on other threads";
    private static final int THREADS =
            Math.max(2, Math.min(4, Runtime.getRuntime().availableProcessors()));
    /** Of each thread: enough for a race of a few nanoseconds in each step to show; a slow game makes as many as there is time for. */
    private static final long MOST_STEPS = 200_000;

    private static final long MILLISECONDS = 2000;
    /** A game that shares a list or a map may never come back from a step. */
    private static final long PATIENCE_SECONDS = 60;

    private final Stage stage;
    private final Map<Long, EpisodeTrace> alone = new LinkedHashMap<>();
    private final CountDownLatch start = new CountDownLatch(THREADS);
    /** Steps of all threads. */
    private final AtomicLong progress = new AtomicLong();

    /** Counted down by each thread that has nothing more to play. */
    private final CountDownLatch playing = new CountDownLatch(THREADS);

    private volatile boolean isFound;
    private volatile boolean isEnough;

    SideBySide(Stage stage) {
        this.stage = stage;
    }

    /** Plays the episodes of so many seeds, of which each thread begins with another. */
    void compare(long seed, int seeds) {
        for (int i = 0; i < seeds; i++) {
            alone.put(seed + i, NewInstance.plain().play(stage, seed + i));
        }
        List<FutureTask<Void>> tasks = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
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
                add("episode", "an end, as when played alone", "no step in " + PATIENCE_SECONDS + " seconds");
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
        List<Long> seeds = new ArrayList<>(alone.keySet());
        long steps = 0;
        for (int i = 0; !isFound && (i < seeds.size() || steps < MOST_STEPS && !isEnough); i++) {
            long seed = seeds.get((first + i) % seeds.size());
            compare(seed, play.play(seed, seed));
            steps += Math.max(1, play.steps());
        }
    }

    private Probe counting() {
        return new Probe() {
            @Override
            public void stepped(Playthrough play) {
                progress.incrementAndGet();
            }
        };
    }

    private void compare(long seed, EpisodeTrace now) {
        EpisodeTrace before = alone.get(seed);
        if (before.isBrokenOff()) {
            return;
        }
        if (now.isBrokenOff()) {
            add("episode, seed " + seed, "no exception, as when played alone", "the game breaks when played");
            return;
        }
        Difference difference = before.differenceTo(now);
        if (difference != null) {
            String place = difference.label + ", seed " + seed + ", step " + difference.step;
            add(place, difference.mine + ", as when played alone", difference.theirs + " when played");
        }
    }

    private void add(String place, String expected, String actual) {
        isFound = true;
        stage.findings().add(FindingKind.THREADS_INTERFERE, "episode", place, expected, actual + " " + DESCRIPTION);
    }
}
