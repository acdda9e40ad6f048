package io.github.gdxagents.training.tool.benchmark;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.episode.EpisodeListener;
import io.github.gdxagents.episode.EpisodeLoop;
import io.github.gdxagents.episode.RandomDecider;
import io.github.gdxagents.episode.Seat;
import io.github.gdxagents.replay.FaultPlace;
import io.github.gdxagents.training.concurrent.ParallelMap;
import io.github.gdxagents.training.concurrent.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Steps a game with random actions and nothing else: no observations, no networks, no learning. That is the speed which training can
 * come near and never pass.
 *
 * <p>Instances are dealt to threads as the trainer does, and each thread steps its own in turn.
 */
final class BareSimulation implements AutoCloseable {
    private final List<RandomPlayer> players = new ArrayList<>();
    private final ParallelMap workers;
    private final int threads;

    BareSimulation(Supplier<? extends Simulation> game, int instances, int threads, long seed) {
        this.threads = threads;
        workers = new ParallelMap(threads);
        try {
            for (int i = 0; i < instances; i++) {
                players.add(new RandomPlayer(game.get(), seed, i));
            }
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /** Takes so many physics steps in every instance. Gives the decisions per second of all instances. */
    double measure(int steps) {
        long before = decisions();
        long start = System.nanoTime();
        workers.map(Threads.slices(players, threads), slice -> step(slice, steps));
        return (decisions() - before) / ((System.nanoTime() - start) * 1e-9);
    }

    private static int step(List<RandomPlayer> slice, int steps) {
        for (int s = 0; s < steps; s++) {
            for (RandomPlayer player : slice) {
                step(player);
            }
        }
        return steps;
    }

    /** What a game throws is no fault of the benchmark. */
    private static void step(RandomPlayer player) {
        try {
            player.step();
        } catch (RuntimeException thrown) {
            throw new IllegalArgumentException(
                    "The game broke while it was measured: " + FaultPlace.describe(thrown)
                            + ". SimulationCheck looks for the reason; if it breaks with several threads alone, measure with"
                            + " --threads 1 or --set isolated=true.",
                    thrown);
        }
    }

    private long decisions() {
        return players.stream().mapToLong(player -> player.decisions).sum();
    }

    @Override
    public void close() {
        workers.close();
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
