package io.github.gdxagents.training.rollout;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.training.config.RolloutConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * All simulated instances of a run, and the threads that step them.
 *
 * <p>Each thread has one worker with its own slice of the instances. The experience it gathers depends on the seed, the instance and
 * the weights alone: the number of threads changes nothing but the time it takes.
 *
 * <p>Thread safety: none; one thread calls, the pool's own threads work.
 */
public final class SimulationPool implements AutoCloseable {
    private final List<BehaviorSlots> groups;
    private final List<Instance> instances = new ArrayList<>();
    private final List<RolloutWorker> workers = new ArrayList<>();
    private final List<Rollout> rollouts = new ArrayList<>();
    private final ExecutorService executor;

    /**
     * Makes the instances, on the calling thread.
     *
     * @param game makes an instance; called {@code config.instances()} times
     * @param config instances, horizon and threads (0 for one on each core)
     * @param seed the run's seed
     * @param networks makes the networks of a behavior, of which each worker gets a copy
     */
    public SimulationPool(
            Supplier<? extends Simulation> game,
            RolloutConfig config,
            long seed,
            Function<BehaviorSpec, ActorCritic> networks) {
        Simulation first = game.get();
        groups = BehaviorSlots.of(first);
        List<ActorCritic> shapes =
                groups.stream().map(BehaviorSlots::behavior).map(networks).toList();
        for (int i = 0; i < config.instances(); i++) {
            instances.add(new Instance(i, i == 0 ? first : game.get(), groups, shapes, seed));
        }
        for (int g = 0; g < groups.size(); g++) {
            int slots = config.instances() * groups.get(g).perInstance();
            rollouts.add(new Rollout(
                    groups.get(g).behavior(),
                    config.horizon(),
                    slots,
                    shapes.get(g).sequences()));
        }
        int threads = config.threads() == 0 ? Runtime.getRuntime().availableProcessors() : config.threads();
        makeWorkers(Math.min(threads, config.instances()), shapes);
        executor = Executors.newFixedThreadPool(workers.size(), SimulationPool::thread);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "rollout-worker");
        thread.setDaemon(true);
        return thread;
    }

    private void makeWorkers(int count, List<ActorCritic> shapes) {
        for (int w = 0; w < count; w++) {
            int from = w * instances.size() / count;
            int to = (w + 1) * instances.size() / count;
            RolloutPolicy[] policies = new RolloutPolicy[groups.size()];
            for (int g = 0; g < policies.length; g++) {
                int slots = (to - from) * groups.get(g).perInstance();
                policies[g] = new RolloutPolicy(shapes.get(g).copy(), slots);
            }
            workers.add(new RolloutWorker(instances.subList(from, to), policies, rollouts.toArray(new Rollout[0])));
        }
    }

    /**
     * The behaviors of the game and their agents.
     *
     * @return at least one, in order of first appearance
     */
    public List<BehaviorSlots> groups() {
        return groups;
    }

    /**
     * Lets every instance gather one iteration of experience.
     *
     * @param weights for each behavior, in the order of {@link #groups}
     * @return a rollout for each behavior, overwritten by the next call; advantages are not estimated yet
     * @throws SimulationFault if the game breaks the rules of a simulation
     */
    public List<Rollout> collect(List<Weights> weights) {
        rollouts.forEach(Rollout::clear);
        List<Callable<Void>> tasks = new ArrayList<>();
        for (RolloutWorker worker : workers) {
            tasks.add(() -> {
                worker.load(weights);
                worker.collect();
                return null;
            });
        }
        runAll(tasks);
        return rollouts;
    }

    private void runAll(List<Callable<Void>> tasks) {
        try {
            for (Future<Void> result : executor.invokeAll(tasks)) {
                result.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("collecting was interrupted; the iteration is lost, the run is not", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException("a rollout worker failed: " + e.getCause(), e.getCause());
        }
    }

    /**
     * Episodes of a behavior that ended in the last iteration.
     *
     * @param group index of the behavior
     * @return by instance and agent, then by time
     */
    public List<FinishedEpisode> finishedEpisodes(int group) {
        List<FinishedEpisode> episodes = new ArrayList<>();
        for (Instance instance : instances) {
            for (Slot slot : instance.slots) {
                if (slot.group == group) {
                    episodes.addAll(slot.finished);
                }
            }
        }
        return episodes;
    }

    /**
     * Time spent in physics, observations and rewards in the last iteration, mean over the threads.
     *
     * @return seconds
     */
    public double simulationSeconds() {
        return workers.stream()
                        .mapToLong(RolloutWorker::simulationNanos)
                        .average()
                        .orElse(0)
                * 1e-9;
    }

    /**
     * Time spent in networks and sampling in the last iteration, mean over the threads.
     *
     * @return seconds
     */
    public double inferenceSeconds() {
        return workers.stream()
                        .mapToLong(RolloutWorker::inferenceNanos)
                        .average()
                        .orElse(0)
                * 1e-9;
    }

    /**
     * How many threads work.
     *
     * @return at least 1
     */
    public int threads() {
        return workers.size();
    }

    /**
     * Saves what the instances' future depends on: episode counters and random streams. A running episode is not part of it.
     *
     * @return for each instance its counter, then the stream of each agent
     */
    public long[] saveStreams() {
        long[] state = new long[instances.size() * streamSize()];
        int offset = 0;
        for (Instance instance : instances) {
            state[offset++] = instance.episodes();
            for (Slot slot : instance.slots) {
                slot.random.save(state, offset);
                offset += RandomStream.STATE_SIZE;
            }
        }
        return state;
    }

    /**
     * Goes on from saved streams; every instance begins its next episode.
     *
     * @param state what {@link #saveStreams} gave for the same number of instances and agents
     * @throws IllegalArgumentException if the length doesn't fit
     */
    public void restoreStreams(long[] state) {
        if (state.length != instances.size() * streamSize()) {
            throw new IllegalArgumentException("random streams: " + state.length + " numbers were saved, but "
                    + instances.size() + " instances need " + instances.size() * streamSize()
                    + "; resume with the number of instances that the run began with");
        }
        int offset = 0;
        for (Instance instance : instances) {
            instance.resumeAt(state[offset++]);
            for (Slot slot : instance.slots) {
                slot.random.restore(state, offset);
                offset += RandomStream.STATE_SIZE;
            }
        }
    }

    private int streamSize() {
        return 1 + instances.get(0).slots.length * RandomStream.STATE_SIZE;
    }

    /** Stops the threads, waiting for an iteration that was interrupted, and disposes all instances. */
    @Override
    public void close() {
        executor.shutdown();
        awaitWorkers();
        for (Instance instance : instances) {
            instance.runner.simulation().dispose();
        }
        instances.clear();
    }

    // Disposing a world that a thread still steps would crash the process.
    private void awaitWorkers() {
        boolean interrupted = false;
        boolean terminated = false;
        while (!terminated) {
            try {
                terminated = executor.awaitTermination(1, TimeUnit.HOURS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
