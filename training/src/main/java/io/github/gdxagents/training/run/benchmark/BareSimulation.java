package io.github.gdxagents.training.run.benchmark;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.episode.EpisodeListener;
import io.github.gdxagents.episode.EpisodeLoop;
import io.github.gdxagents.episode.RandomDecider;
import io.github.gdxagents.episode.Seat;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Steps a game with random actions and nothing else: no observations, no networks, no learning. That is the speed which training can
 * come near and never pass.
 *
 * <p>Instances are dealt to threads as the trainer does, and each thread steps its own in turn.
 *
 * <p>Thread safety: none; one thread calls.
 */
final class BareSimulation implements AutoCloseable {
    private final List<RandomPlayer> players = new ArrayList<>();
    private final ExecutorService executor;
    private final int threads;

    BareSimulation(Supplier<? extends Simulation> game, int instances, int threads, long seed) {
        try {
            for (int i = 0; i < instances; i++) {
                players.add(new RandomPlayer(game.get(), seed, i));
            }
        } catch (RuntimeException | Error e) {
            dispose();
            throw e;
        }
        this.threads = Math.min(threads, instances);
        executor = Executors.newFixedThreadPool(this.threads, work -> {
            Thread thread = new Thread(work, "bare-simulation");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Takes a number of physics steps in every instance.
     *
     * @param steps of each instance
     * @return decisions per second over all instances
     */
    double measure(int steps) {
        long decisions = decisions();
        long start = System.nanoTime();
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            List<RandomPlayer> slice =
                    players.subList(t * players.size() / threads, (t + 1) * players.size() / threads);
            tasks.add(() -> {
                for (int s = 0; s < steps; s++) {
                    slice.forEach(RandomPlayer::step);
                }
                return null;
            });
        }
        try {
            for (Future<Void> future : executor.invokeAll(tasks)) {
                future.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the benchmark was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the game failed under random actions: " + e.getCause(), e.getCause());
        }
        return (decisions() - decisions) / ((System.nanoTime() - start) * 1e-9);
    }

    private long decisions() {
        return players.stream().mapToLong(player -> player.decisions).sum();
    }

    @Override
    public void close() {
        executor.shutdownNow();
        dispose();
    }

    private void dispose() {
        players.forEach(player -> player.loop.simulation().dispose());
    }

    /** One instance and its random actions. */
    private static final class RandomPlayer {
        private final EpisodeLoop loop;
        private final RandomStream random;
        private long decisions;

        RandomPlayer(Simulation simulation, long seed, int index) {
            random = RandomStream.of(seed, index);
            loop = new EpisodeLoop(simulation);
            loop.playAll(new RandomDecider(random, false));
            loop.listen(new EpisodeListener() {
                @Override
                public void deciding(Seat seat) {
                    decisions++;
                }
            });
        }

        void step() {
            if (loop.isOver()) {
                loop.reset(random.nextLong());
            }
            loop.step();
        }
    }
}
