package io.github.gdxagents.training.rollout;

import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.replay.RecordedSimulation;
import io.github.gdxagents.training.config.FaultConfig;
import io.github.gdxagents.training.config.GameFaultAction;
import io.github.gdxagents.training.config.RolloutConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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
    private static final int SHOWN_PROBLEMS = 5;

    private final List<BehaviorSlots> groups;
    private final List<ActorCritic> shapes;
    private final List<Inference> inferences = new ArrayList<>();
    private final FaultConfig faultConfig;
    private final List<Instance> instances = new ArrayList<>();
    private final List<RolloutWorker> workers = new ArrayList<>();
    private final List<Rollout> rollouts;
    private final ExecutorService executor;
    /** What is being collected, and who collects it; empty between two iterations. */
    private List<Rollout> filling = List.of();

    private List<Future<?>> running = List.of();
    /** The worker that a game doesn't give back, or null. */
    private RolloutWorker stuck;

    /**
     * Makes the instances, on the calling thread.
     *
     * @param game makes an instance; called {@code config.instances()} times, and again for each that breaks
     * @param config instances, horizon and threads (0 for one on each core)
     * @param faultConfig what to do if an instance breaks
     * @param seed the run's seed
     * @param source of the networks of each behavior, and of what runs them
     * @throws SimulationFault if an instance can't be made, or has other agents than the first
     * @throws IllegalArgumentException if there is no agent, or behaviors of one name differ
     */
    public SimulationPool(
            Supplier<? extends Simulation> game,
            RolloutConfig config,
            FaultConfig faultConfig,
            long seed,
            NetworkSource source) {
        this.faultConfig = faultConfig;
        InstanceFactory factory = new InstanceFactory(game);
        List<RecordedSimulation> games = make(factory, config.instances());
        try {
            groups = BehaviorSlots.of(games.get(0).game());
            shapes = groups.stream()
                    .map(BehaviorSlots::behavior)
                    .map(source::networks)
                    .toList();
            for (int i = 0; i < games.size(); i++) {
                instances.add(new Instance(i, games.get(i), factory, groups, shapes, seed));
            }
            rollouts = newRollouts(config.horizon());
            for (int g = 0; g < groups.size(); g++) {
                inferences.add(source.inference(
                        shapes.get(g), config.instances() * groups.get(g).perInstance()));
            }
            group(slices(Math.min(config.threadCount(), config.instances())));
            executor = Executors.newCachedThreadPool(SimulationPool::thread);
        } catch (RuntimeException | Error failure) {
            dispose(games);
            inferences.forEach(Inference::close);
            throw failure;
        }
    }

    private List<Rollout> newRollouts(int horizon) {
        List<Rollout> made = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            int slots = instances.size() * groups.get(g).perInstance();
            made.add(new Rollout(
                    groups.get(g).behavior(), horizon, slots, shapes.get(g).sequences()));
        }
        return made;
    }

    private static List<RecordedSimulation> make(InstanceFactory factory, int count) {
        List<RecordedSimulation> games = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                games.add(factory.make(i, Instance.place(i)));
            }
            return games;
        } catch (RuntimeException | Error failure) {
            dispose(games);
            throw failure;
        }
    }

    private static void dispose(List<RecordedSimulation> games) {
        for (int i = 0; i < games.size(); i++) {
            InstanceFactory.dispose(games.get(i), Instance.place(i));
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "rollout-worker");
        thread.setDaemon(true);
        return thread;
    }

    private List<List<Instance>> slices(int count) {
        List<List<Instance>> slices = new ArrayList<>();
        for (int w = 0; w < count; w++) {
            slices.add(instances.subList(w * instances.size() / count, (w + 1) * instances.size() / count));
        }
        return slices;
    }

    /**
     * Hands the instances to as many workers; no result depends on it. What takes time in it is paid at once, not when they collect.
     *
     * @param threads at least 1; more than there are instances are as good as that many
     */
    public void useThreads(int threads) {
        group(slices(Math.min(threads, instances.size())));
    }

    /** Hands the instances to workers, by index; no result depends on who has which. */
    void regroup(List<List<Integer>> indices) {
        group(indices.stream()
                .map(some -> some.stream().map(instances::get).toList())
                .toList());
    }

    private void group(List<List<Instance>> slices) {
        workers.clear();
        for (List<Instance> slice : slices) {
            RolloutPolicy[] policies = new RolloutPolicy[groups.size()];
            for (int g = 0; g < policies.length; g++) {
                int slots = slice.size() * groups.get(g).perInstance();
                policies[g] = new RolloutPolicy(shapes.get(g), inferences.get(g).pass(slots), slots);
            }
            workers.add(new RolloutWorker(
                    slice,
                    policies,
                    rollouts.toArray(new Rollout[0]),
                    faultConfig.onGameFault() == GameFaultAction.RESTART));
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
     * @throws SimulationFault if the game breaks the rules of a simulation and instances are not restarted, if all instances broke, or
     *     if a step doesn't come back
     * @throws PolicyFault if a policy gives numbers that are not finite
     */
    public List<Rollout> collect(List<Weights> weights) {
        begin(weights, rollouts);
        return finish();
    }

    /**
     * The rollouts that {@link #collect} fills.
     *
     * @return one for each behavior, in the order of {@link #groups}
     */
    public List<Rollout> rollouts() {
        return rollouts;
    }

    /**
     * Makes more rollouts like those that {@link #collect} fills, so that one can be learned from while the next is collected.
     *
     * @return one for each behavior, empty
     */
    public List<Rollout> newRollouts() {
        return newRollouts(rollouts.get(0).horizon);
    }

    /**
     * Lets every instance begin to gather one iteration of experience, and returns at once. {@link #finish} must be called before
     * anything else is asked of the pool.
     *
     * @param weights for each behavior, in the order of {@link #groups}
     * @param into {@link #rollouts} or made by {@link #newRollouts}; overwritten
     */
    public void begin(List<Weights> weights, List<Rollout> into) {
        into.forEach(Rollout::clear);
        filling = into;
        running = start(worker -> {
            worker.load(weights);
            worker.collect(into);
        });
    }

    /**
     * Waits for what {@link #begin} began.
     *
     * @return the rollouts that were given; advantages are not estimated yet
     * @throws SimulationFault as {@link #collect} does
     * @throws PolicyFault as {@link #collect} does
     */
    public List<Rollout> finish() {
        List<Future<?>> tasks = running;
        List<Rollout> filled = filling;
        running = List.of();
        filling = List.of();
        await(tasks);
        List<SimulationFault> faults = faults();
        if (faults.size() == instances.size()) { // going on would learn nothing, for ever
            throw faults.get(0);
        }
        return filled;
    }

    /**
     * What went wrong in the last iteration, if instances are restarted.
     *
     * @return one for each instance that broke, by index
     */
    public List<SimulationFault> faults() {
        return workers.stream()
                .flatMap(worker -> worker.faults().stream())
                .sorted(Comparator.comparingInt(SimulationFault::number))
                .toList();
    }

    private List<Future<?>> start(Consumer<RolloutWorker> work) {
        if (stuck != null) {
            throw stuck.current().stuck("it has not come back from an earlier step, and no other may begin meanwhile");
        }
        List<Future<?>> tasks = new ArrayList<>();
        for (RolloutWorker worker : workers) {
            tasks.add(executor.submit(() -> {
                worker.pulse().begin();
                try {
                    work.accept(worker);
                } finally {
                    worker.pulse().end();
                }
            }));
        }
        return tasks;
    }

    private void await(List<Future<?>> tasks) {
        List<Pulse> pulses = workers.stream().map(RolloutWorker::pulse).toList();
        try {
            new Watchdog(pulses, Duration.ofSeconds(faultConfig.watchdogSeconds())).await(tasks);
            for (Future<?> task : tasks) {
                task.get();
            }
        } catch (Watchdog.StuckException e) {
            stuck = workers.get(e.position());
            throw stuck.current().stuck(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("collecting was interrupted; the iteration is lost, the run is not", e);
        } catch (ExecutionException e) {
            throw unchecked(e.getCause());
        }
    }

    private static RuntimeException unchecked(Throwable cause) {
        if (cause instanceof Error error) { // out of memory, for example
            throw error;
        }
        return cause instanceof RuntimeException fault
                ? fault
                : new IllegalStateException("a rollout worker failed: " + cause, cause);
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
     * Saves what the instances' future depends on.
     *
     * @return one for each instance, sharing nothing with it
     */
    public List<InstanceState> save() {
        return instances.stream().map(Instance::save).toList();
    }

    /**
     * Goes on from saved instances: running episodes are played again, by all threads.
     *
     * @param states what {@link #save} gave for the same game and number of instances
     * @throws IllegalArgumentException if their number, or that of their agents, doesn't fit
     * @throws ReplayMismatchException if the game plays otherwise than it did; the instances are of no use then, until another restore
     */
    public void restore(List<InstanceState> states) {
        requireFit(states);
        List<String> problems = new ArrayList<>();
        await(start(worker -> worker.restore(states, problems)));
        if (!problems.isEmpty()) {
            throw new ReplayMismatchException(instances.get(0).game(), instances.size(), problems, SHOWN_PROBLEMS);
        }
    }

    /**
     * Goes on from saved instances, but gives up their running episodes: every instance begins its next one.
     *
     * @param states what {@link #save} gave for the same number of instances and agents
     * @throws IllegalArgumentException if they don't fit
     */
    public void restoreWithoutEpisodes(List<InstanceState> states) {
        requireFit(states);
        for (int i = 0; i < states.size(); i++) {
            instances.get(i).restoreWithoutEpisode(states.get(i));
        }
    }

    private void requireFit(List<InstanceState> states) {
        if (states.size() != instances.size()) {
            throw new IllegalArgumentException("rollout.instances: " + states.size()
                    + " instances were saved, but there are " + instances.size()
                    + "; resume with the number of instances that the run began with");
        }
        for (int i = 0; i < states.size(); i++) {
            instances.get(i).requireFit(states.get(i));
        }
    }

    /**
     * Stops the threads, waiting for an iteration that was interrupted, disposes all instances but those that a game keeps, and frees what
     * ran the networks.
     */
    @Override
    public void close() {
        executor.shutdown();
        if (stuck == null) {
            awaitWorkers();
            instances.forEach(Instance::dispose);
            inferences.forEach(Inference::close);
        } // else disposing a world that is being stepped would crash the process, which is about to end
        instances.clear();
    }

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
