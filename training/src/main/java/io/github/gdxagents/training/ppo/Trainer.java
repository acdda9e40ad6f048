package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.policy.PolicyModel;
import io.github.gdxagents.policy.Provenance;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.rollout.ActorCritic;
import io.github.gdxagents.training.rollout.BehaviorSlots;
import io.github.gdxagents.training.rollout.PolicyFault;
import io.github.gdxagents.training.rollout.Rollout;
import io.github.gdxagents.training.rollout.SimulationPool;
import io.github.gdxagents.training.tensor.LearningDevice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.tensorflow.exceptions.TFResourceExhaustedException;

/**
 * Trains the agents of a game with proximal policy optimization. Read {@link #iterate} first.
 *
 * <p>Each behavior of the game has networks of its own; all of them learn from the same simulated instances.
 *
 * <p>Thread safety: none; one thread calls, workers and TensorFlow use threads of their own. With the same configuration the result is
 * the same, bit for bit, at any number of threads (a GPU promises it to nobody) and across {@link #state} and {@link #restore}.
 *
 * <p>Source: Schulman et al. 2017, arXiv:1707.06347, algorithm 1.
 */
public final class Trainer implements AutoCloseable {
    private static final int GOLDEN_SAMPLES = 16;
    /** Keys that tell random streams of one seed apart; those of the instances are 0 and above. */
    private static final long INITIALIZATION_STREAM = -1;

    private static final long SHUFFLE_STREAM = -2;
    private static final long GOLDEN_STREAM = -3;

    private final TrainingConfig config;
    private final LearningDevice device;
    private final SimulationPool pool;
    private final Collector collector;
    private final List<Trainee> trainees = new ArrayList<>();
    private int iteration;
    private long steps;
    /** Where everything stands between two iterations: a fault in the midst of one leaves it as it is. */
    private TrainerState state;

    /**
     * Makes the simulated instances and new networks.
     *
     * @param config all settings
     * @param game makes the instances
     * @throws IllegalArgumentException if the game has no such settings, or a policy file that the configuration names can't be read or
     *     doesn't fit
     * @throws io.github.gdxagents.training.tensor.DeviceException if it is to learn on a GPU and there is none
     */
    public Trainer(TrainingConfig config, SimulationFactory game) {
        this.config = config;
        LearningDevice chosen = LearningDevice.choose(config.learner().device());
        device = config.learner().xla() ? chosen.compiling() : chosen;
        SimulationSettings settings = config.simulationSettings(game);
        pool = pool(() -> game.create(settings));
        try {
            collector = new Collector(pool, config.learner().overlap());
            addTrainees();
            state = current();
        } catch (RuntimeException | Error failure) {
            Trainer unfinished = this;
            try (unfinished) {
                if (failure instanceof TFResourceExhaustedException exhausted) {
                    throw new DeviceMemoryError(exhausted);
                }
                throw failure;
            }
        }
    }

    private SimulationPool pool(Supplier<Simulation> game) {
        try {
            return new SimulationPool(
                    game, config.rollout(), config.faults(), config.seed(), new TrainedNetworks(config, device));
        } catch (TFResourceExhaustedException exhausted) {
            throw new DeviceMemoryError(exhausted);
        }
    }

    private void addTrainees() {
        List<BehaviorSpec> behaviors =
                pool.groups().stream().map(BehaviorSlots::behavior).toList();
        TraineeParts.Factory factory = new TraineeParts.Factory(
                config,
                behaviors,
                new Computing(
                        device, config.rollout().threadCount(), config.learner().shards()));
        for (BehaviorSlots group : pool.groups()) {
            int slots = config.rollout().instances() * group.perInstance();
            RandomStream random = RandomStream.of(config.seed(), INITIALIZATION_STREAM, trainees.size());
            trainees.add(new Trainee(factory.make(group.behavior(), slots, random)));
        }
    }

    /**
     * Does one iteration: all instances gather experience with the current policies, then each policy learns from it.
     *
     * <p>With {@code learner.overlap} the instances gather the next iteration's experience meanwhile, with the policies as they were
     * before. Whether that has happened already or is still to be done changes nothing: what is kept of it is what it begins with. No
     * thread is left at work.
     *
     * <p>After a fault {@link #state} and {@link #policies} give what was before the iteration, and {@link #restore} must come before the
     * next one.
     *
     * @return what happened
     * @throws io.github.gdxagents.training.rollout.SimulationFault if the game breaks the rules of a simulation
     * @throws TrainingFault if learning yields numbers that are not finite
     * @throws DeviceMemoryError if TensorFlow finds no memory
     */
    public IterationReport iterate() {
        long start = System.nanoTime();
        Experience experience = collect();
        long collected = System.nanoTime();
        Map<String, Map<Metric, Double>> metrics;
        long learned;
        try {
            collectAhead(experience);
            metrics = learn(experience);
            learned = System.nanoTime();
        } finally {
            collector.end();
        }
        state = current();
        return new IterationReport(
                iteration,
                steps,
                metrics,
                experience.simulationSeconds(),
                experience.inferenceSeconds(),
                (learned - collected) * 1e-9,
                (System.nanoTime() - start) * 1e-9,
                experience.faults());
    }

    private Experience collect() {
        try {
            return collector.collect(
                    trainees.stream().map(Trainee::actingWeights).toList());
        } catch (PolicyFault fault) {
            throw fault(fault);
        } catch (TFResourceExhaustedException exhausted) {
            throw new DeviceMemoryError(exhausted);
        }
    }

    /** With overlap the policies as they are now collect what comes next, unless nothing does. */
    private void collectAhead(Experience experience) {
        if (config.learner().overlap()) {
            trainees.forEach(Trainee::holdActing);
            if (steps + experience.size() < config.ppo().totalSteps()) {
                collector.begin(trainees.stream().map(Trainee::actingWeights).toList());
            }
        }
    }

    private Map<String, Map<Metric, Double>> learn(Experience experience) {
        Map<String, Map<Metric, Double>> metrics = new LinkedHashMap<>();
        iteration++;
        long stepsBefore = steps;
        try {
            for (int g = 0; g < trainees.size(); g++) {
                Trainee trainee = trainees.get(g);
                Rollout rollout = experience.rollouts().get(g);
                trainee.episodes().add(experience.episodes().get(g));
                RandomStream shuffle = RandomStream.of(config.seed(), SHUFFLE_STREAM, iteration, g);
                metrics.put(trainee.behavior().name(), trainee.improve(rollout, stepsBefore, shuffle));
                steps += rollout.size();
            }
        } catch (TrainingFault | PolicyFault fault) {
            throw fault(fault);
        } catch (TFResourceExhaustedException exhausted) {
            throw new DeviceMemoryError(exhausted);
        }
        return metrics;
    }

    /** None of the iteration's updates stays: a part of them would be a state that no undisturbed run comes through. */
    private TrainingFault fault(RuntimeException cause) {
        TrainingFault fault =
                new TrainingFault("iteration " + (state.iteration() + 1) + ", " + cause.getMessage(), cause);
        restoreLearners(state);
        return fault;
    }

    /**
     * What policies of files training began with.
     *
     * @return one for each behavior that began with one
     */
    public List<WarmStartReport> warmStarts() {
        return trainees.stream()
                .flatMap(trainee -> trainee.warmStart().stream())
                .toList();
    }

    /**
     * What the networks learn on.
     *
     * @return the chosen device
     */
    public LearningDevice device() {
        return device;
    }

    /**
     * How many iterations have been finished.
     *
     * @return 0 or more
     */
    public int iteration() {
        return iteration;
    }

    /**
     * How many decisions all slots have taken.
     *
     * @return 0 or more
     */
    public long steps() {
        return steps;
    }

    /**
     * Whether all the steps of the configuration have been taken.
     *
     * @return true if nothing is left to train
     */
    public boolean isFinished() {
        return steps >= config.ppo().totalSteps();
    }

    /**
     * The policies as they are now, ready to be written to files.
     *
     * @return one for each behavior, that share nothing with the trainer
     */
    public List<PolicyModel> policies() {
        List<PolicyModel> policies = new ArrayList<>();
        for (Trainee trainee : trainees) {
            ActorCritic networks = trainee.networks();
            policies.add(
                    PolicyModel.builder(networks.behavior(), networks.actor().copy())
                            .normalizer(trainee.normalizer())
                            .logStandardDeviation(networks.logStandardDeviation())
                            .provenance(Provenance.builder()
                                    .game(config.game())
                                    .settings(config.settings())
                                    .seed(config.seed())
                                    .steps(steps)
                                    .build())
                            .goldenSamples(GOLDEN_SAMPLES, RandomStream.of(config.seed(), GOLDEN_STREAM))
                            .build());
        }
        return policies;
    }

    /**
     * Everything that the run goes on from, as it is between two iterations: before the first, or after the last that was finished.
     *
     * @return plain data that shares nothing with the trainer
     */
    public TrainerState state() {
        return state;
    }

    private TrainerState current() {
        return new TrainerState(
                iteration, steps, trainees.stream().map(Trainee::state).toList(), collector.instances());
    }

    /**
     * Goes on from a saved state as if it had never stopped: running episodes are played again up to where they were.
     *
     * @param saved of a run with the same configuration
     * @throws IllegalArgumentException if behaviors, networks or instances don't fit; nothing has changed then
     * @throws io.github.gdxagents.training.rollout.ReplayMismatchException if the game plays otherwise than when it was saved; another
     *     restore must follow then
     */
    public void restore(TrainerState saved) {
        requireFit(saved);
        collector.forget();
        pool.restore(saved.instances());
        restoreLearners(saved);
    }

    /**
     * Goes on from a saved state, but lets every instance begin its next episode: for a game that has changed meanwhile.
     *
     * @param saved of a run with the same configuration
     * @throws IllegalArgumentException if behaviors, networks or instances don't fit; nothing has changed then
     */
    public void restoreWithoutEpisodes(TrainerState saved) {
        requireFit(saved);
        collector.forget();
        pool.restoreWithoutEpisodes(saved.instances());
        restoreLearners(saved);
        state = current();
    }

    /** Halves all learning rates from now on, after a fault of learning. */
    public void backOff() {
        trainees.forEach(Trainee::backOff);
        state = current();
    }

    private void restoreLearners(TrainerState saved) {
        for (int g = 0; g < trainees.size(); g++) {
            trainees.get(g).restore(saved.learners().get(g));
        }
        iteration = saved.iteration();
        steps = saved.steps();
        state = saved;
    }

    private void requireFit(TrainerState saved) {
        requireBehaviors(saved);
        for (int g = 0; g < trainees.size(); g++) {
            trainees.get(g).requireFit(saved.learners().get(g));
        }
    }

    private void requireBehaviors(TrainerState state) {
        List<String> saved =
                state.learners().stream().map(LearnerState::behavior).toList();
        List<String> here =
                trainees.stream().map(trainee -> trainee.behavior().name()).toList();
        if (!saved.equals(here)) {
            throw new IllegalArgumentException("game '" + config.game() + "' has the behaviors " + here
                    + ", but the checkpoint has " + saved + "; resume with the game that the run began with");
        }
    }

    /** Disposes the instances and frees what TensorFlow holds: all of it, even where a part fails. */
    @Override
    public void close() {
        close(trainees.size());
    }

    /** The pool, then so many trainees; what fails first is thrown in the end, with what fails later suppressed in it. */
    private void close(int count) {
        if (count == 0) {
            pool.close();
            return;
        }
        Trainee last = trainees.get(count - 1);
        try (last) {
            close(count - 1);
        }
    }
}
