package io.github.gdxagents.training.tool.benchmark;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.EpisodeRunner;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Steps a game with random actions and nothing else: no observations, no networks, no learning. That is the speed which training can
 * come near and never pass.
 *
 * <p>Instances are dealt to threads as the trainer does, and each thread steps its own in turn.
 */
final class BareSimulation implements AutoCloseable {
    private final List<RandomPlayer> players = new ArrayList<>();
    private final ExecutorService executor;
    private final int threads;

    BareSimulation(Supplier<? extends Simulation> game, int instances, int threads, long seed) {
        this.threads = threads;
        executor = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "bare-simulation");
            thread.setDaemon(true);
            return thread;
        });
        try {
            for (int i = 0; i < instances; i++) {
                players.add(new RandomPlayer(game.get(), seed, i));
            }
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /**
     * Takes a number of physics steps in every instance.
     *
     * @return decisions per second over all instances
     */
    double measure(int steps) {
        long before = decisions();
        long start = System.nanoTime();
        CompletableFuture<?>[] slices = IntStream.range(0, threads)
                .mapToObj(t -> players.subList(t * players.size() / threads, (t + 1) * players.size() / threads))
                .map(slice -> CompletableFuture.runAsync(() -> step(slice, steps), executor))
                .toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(slices).join();
        } catch (CompletionException e) {
            throw new IllegalStateException("the game failed under random actions: " + e.getCause(), e.getCause());
        }
        return (decisions() - before) / ((System.nanoTime() - start) * 1e-9);
    }

    private static void step(List<RandomPlayer> players, int steps) {
        for (int s = 0; s < steps; s++) {
            players.forEach(RandomPlayer::step);
        }
    }

    private long decisions() {
        return players.stream().mapToLong(player -> player.decisions).sum();
    }

    @Override
    public void close() {
        executor.shutdownNow();
        players.forEach(player -> player.runner.simulation().dispose());
    }

    /** One instance and its random actions. */
    private static final class RandomPlayer {
        private final EpisodeRunner runner;
        private final RandomStream random;
        private final Actions[] actions;
        private final ActionMask[] masks;
        private long decisions;

        RandomPlayer(Simulation simulation, long seed, int index) {
            runner = new EpisodeRunner(simulation);
            random = RandomStream.of(seed, index);
            actions = new Actions[runner.agentCount()];
            masks = new ActionMask[runner.agentCount()];
            for (int a = 0; a < actions.length; a++) {
                actions[a] = new Actions(runner.agent(a).behavior().action());
                masks[a] = new ActionMask(runner.agent(a).behavior().action());
            }
        }

        void step() {
            if (runner.isOver()) {
                runner.reset(random.nextLong());
            }
            for (int a = 0; a < actions.length; a++) {
                if (runner.isDecisionDue(a)) {
                    act(runner.agent(a), actions[a], masks[a]);
                    decisions++;
                }
            }
            runner.step();
        }

        private void act(Agent agent, Actions target, ActionMask mask) {
            ActionSpec spec = target.spec();
            for (int i = 0; i < spec.continuousSize(); i++) {
                target.setContinuous(i, 2 * random.nextFloat() - 1);
            }
            mask.clear();
            agent.mask(mask);
            for (int b = 0; b < spec.branchCount(); b++) {
                int choice = random.nextInt(spec.branchSize(b));
                while (!mask.isAllowed(b, choice)) {
                    choice = random.nextInt(spec.branchSize(b));
                }
                target.setDiscrete(b, choice);
            }
            agent.act(target);
        }
    }
}
