package io.github.gdxagents.training.rollout;

import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.replay.RecordedSimulation;
import io.github.gdxagents.training.concurrent.Failures;
import io.github.gdxagents.training.concurrent.Threads;
import io.github.gdxagents.training.config.FaultConfig;
import io.github.gdxagents.training.config.FaultConfig.GameFaultAction;
import io.github.gdxagents.training.config.RolloutConfig;
import io.github.gdxagents.training.network.ActorCritic;
import io.github.gdxagents.training.network.Inference;
import io.github.gdxagents.training.network.NetworkSource;
import io.github.gdxagents.training.network.Weights;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * All simulated instances of a run, and the threads that step them.
 *
 * <p>Each thread has one worker with its own slice of the instances. The experience it gathers depends on the seed, the instance and
 * the weights alone: the number of threads changes nothing but the time it takes.
 *
 * <p>Thread safety: none; one thread calls, the pool's own threads work.
 */
public final class SimulationPool implements AutoCloseable {
    private final boolean restartsInstances;
    private final List<BehaviorSlots> groups;
    /** The networks of each behavior, without weights that count. */
    private final List<ActorCritic> shapes;
    /** What runs them. */
    private final List<Inference> inferences = new ArrayList<>();

    private final List<Instance> instances;
    private final List<Rollout> rollouts;
    private final WorkerThreads workers;
    /** What is open, in the order in which it is to be closed. */
    private final List<AutoCloseable> open = new ArrayList<>();
    /** What is being collected; empty between two iterations. */
    private List<Rollout> filling = List.of();

    /** Makes the instances of a game whose settings never change, which it knows itself. */
    public SimulationPool(
            Supplier<? extends Simulation> game,
            RolloutConfig config,
            FaultConfig faultConfig,
            long seed,
            NetworkSource source) {
        this(
                settings -> game.get(),
                List.of(EpisodeSettings.constant(SimulationSettings.none())),
                config,
                faultConfig,
                seed,
                source);
    }

    /**
     * Makes the instances, on the calling thread.
     *
     * @param game makes an instance; called {@code config.instances()} times, and again for each that breaks or gets other settings
     * @param lessons the settings of episodes in each lesson, at least one; the first begins
     * @param config instances, horizon and threads (0 for one on each core)
     * @throws SimulationFault if an instance can't be made, or has other agents than the first
     * @throws IllegalArgumentException if there is no agent, or behaviors of one name differ
     */
    public SimulationPool(
            Function<SimulationSettings, ? extends Simulation> game,
            List<EpisodeSettings> lessons,
            RolloutConfig config,
            FaultConfig faultConfig,
            long seed,
            NetworkSource source) {
        restartsInstances = faultConfig.onGameFault() == GameFaultAction.RESTART;
        try {
            InstanceFactory factory = new InstanceFactory(game, Duration.ofSeconds(faultConfig.watchdogSeconds()));
            List<RecordedSimulation> games = makeGames(factory, lessons, seed, config.instances());
            groups = BehaviorSlots.of(games.get(0).game());
            shapes = groups.stream()
                    .map(BehaviorSlots::behavior)
                    .map(source::networks)
                    .toList();
            instances = IntStream.range(0, games.size())
                    .mapToObj(i -> new Instance(i, games.get(i), factory, lessons, groups, seed))
                    .toList();
            open.clear(); // the games are theirs now
            open.addAll(instances);
            rollouts = newRollouts(config.horizon());
            for (int g = 0; g < groups.size(); g++) {
                inferences.add(source.inference(shapes.get(g), slots(g, instances.size())));
                open.add(inferences.get(g));
            }
            workers = new WorkerThreads(Duration.ofSeconds(faultConfig.watchdogSeconds()), this::worker);
            useThreads(config.threadCount());
        } catch (RuntimeException | Error failure) {
            Failures.closeAllAfter(failure, open);
            throw failure;
        }
    }

    private List<RecordedSimulation> makeGames(
            InstanceFactory factory, List<EpisodeSettings> lessons, long seed, int count) {
        List<RecordedSimulation> games = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String place = Instance.place(i);
            RecordedSimulation made = factory.make(i, place, Instance.firstSettings(lessons, seed, i));
            games.add(made);
            open.add(() -> factory.dispose(made, place));
        }
        return games;
    }

    private List<Rollout> newRollouts(int horizon) {
        return IntStream.range(0, groups.size())
                .mapToObj(g -> new Rollout(
                        groups.get(g).behavior(),
                        horizon,
                        slots(g, instances.size()),
                        shapes.get(g).sequences()))
                .toList();
    }

    private int slots(int group, int instanceCount) {
        return instanceCount * groups.get(group).perInstance();
    }

    private RolloutWorker worker(List<Instance> slice) {
        RolloutPolicy[] policies = new RolloutPolicy[groups.size()];
        for (int g = 0; g < policies.length; g++) {
            int slots = slots(g, slice.size());
            policies[g] = new RolloutPolicy(shapes.get(g), inferences.get(g).pass(slots), slots);
        }
        return new RolloutWorker(slice, policies, rollouts.toArray(new Rollout[0]), restartsInstances);
    }

    /** Hands the instances to as many workers, at most one for each; no result depends on it. Takes its time now, not when they collect. */
    public void useThreads(int threads) {
        workers.assign(Threads.slices(instances, threads));
    }

    /** Hands the instances to workers, by index; no result depends on who has which. */
    void regroup(List<List<Integer>> indices) {
        workers.assign(indices.stream()
                .map(slice -> slice.stream().map(instances::get).toList())
                .toList());
    }

    /** The behaviors of the game and their agents, in order of first appearance. */
    public List<BehaviorSlots> groups() {
        return groups;
    }

    /** Sets the lesson, by index, of the episodes that begin from now on. */
    public void beginLesson(int lesson) {
        instances.forEach(instance -> instance.beginLesson(lesson));
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

    /** Those that {@link #collect} fills, one for each behavior, in the order of {@link #groups}. */
    public List<Rollout> rollouts() {
        return rollouts;
    }

    /** Makes more rollouts like {@link #rollouts}, so that one can be learned from while the next is collected. */
    public List<Rollout> newRollouts() {
        return newRollouts(rollouts.get(0).horizon);
    }

    /**
     * Lets every instance begin to gather one iteration of experience, and returns at once. {@link #finish} must be called before
     * anything else is asked of the pool.
     *
     * @param into {@link #rollouts} or made by {@link #newRollouts}; overwritten
     */
    public void begin(List<Weights> weights, List<Rollout> into) {
        into.forEach(Rollout::clear);
        filling = into;
        workers.begin(worker -> worker.collect(weights, into));
    }

    /** Waits for what {@link #begin} began, also if this thread is interrupted, and gives, or throws, what {@link #collect} does. */
    public List<Rollout> finish() {
        List<Rollout> filled = filling;
        filling = List.of();
        workers.finish();
        List<SimulationFault> faults = faults();
        if (faults.size() == instances.size()) { // going on would learn nothing, for ever
            throw faults.get(0);
        }
        return filled;
    }

    /** What went wrong in the last iteration, one for each instance that broke, by index, if instances are restarted. */
    public List<SimulationFault> faults() {
        return workers.faults();
    }

    /** Episodes of a behavior that ended in the last iteration, in the order of their physics steps; at the same step by instance and agent. */
    public List<FinishedEpisode> finishedEpisodes(int group) {
        return instances.stream()
                .flatMap(instance -> instance.ended().stream())
                .filter(ended -> ended.group() == group)
                .sorted(Comparator.comparingLong(EndedEpisode::step))
                .map(EndedEpisode::episode)
                .toList();
    }

    /** Time spent in physics, observations and rewards in the last iteration, mean over the threads. */
    public double simulationSeconds() {
        return workers.meanSeconds(RolloutWorker::simulationNanos);
    }

    /** Time spent in networks and sampling in the last iteration, mean over the threads. */
    public double inferenceSeconds() {
        return workers.meanSeconds(RolloutWorker::inferenceNanos);
    }

    public int threads() {
        return workers.size();
    }

    /** What the instances' future depends on, one for each, sharing nothing with them. */
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
        requireFit(states, true);
        List<String> problems = new ArrayList<>();
        workers.begin(worker -> worker.restore(states, problems));
        workers.finish();
        if (!problems.isEmpty()) {
            throw new ReplayMismatchException(instances.get(0).game(), instances.size(), problems);
        }
    }

    /**
     * Goes on from saved instances, but gives up their running episodes: every instance begins its next one.
     *
     * @throws IllegalArgumentException if their number, or that of their agents, doesn't fit
     */
    public void restoreWithoutEpisodes(List<InstanceState> states) {
        requireFit(states, false);
        instances.forEach(instance -> instance.restoreWithoutEpisode(states.get(instance.index)));
    }

    /** Throws an IllegalArgumentException unless their number, and that of their agents, fits. */
    public void requireFit(List<InstanceState> states, boolean episodesGoOn) {
        if (states.size() != instances.size()) {
            throw new IllegalArgumentException("rollout.instances: " + states.size()
                    + " instances were saved, but there are " + instances.size()
                    + "; resume with the number of instances that the run began with");
        }
        instances.forEach(instance -> instance.requireFit(states.get(instance.index), episodesGoOn));
    }

    /**
     * Stops the threads, waiting for an iteration that was not finished, disposes all instances but those that a game keeps, and frees
     * what ran the networks.
     */
    @Override
    public void close() {
        workers.close();
        if (!workers.isStuck()) {
            List<AutoCloseable> left = List.copyOf(open);
            open.clear();
            Failures.closeAll(left);
        } // else disposing a world that is being stepped would crash the process, which is about to end
    }
}
