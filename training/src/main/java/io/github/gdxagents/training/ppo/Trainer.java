package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.policy.PolicyModel;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.curriculum.Curriculum;
import io.github.gdxagents.training.curriculum.CurriculumCheck;
import io.github.gdxagents.training.curriculum.Lesson;
import io.github.gdxagents.training.initial.WarmStartReport;
import io.github.gdxagents.training.metrics.IterationReport;
import io.github.gdxagents.training.metrics.Metric;
import io.github.gdxagents.training.rollout.BehaviorSlots;
import io.github.gdxagents.training.rollout.EpisodeSettings;
import io.github.gdxagents.training.rollout.PolicyFault;
import io.github.gdxagents.training.rollout.Rollout;
import io.github.gdxagents.training.rollout.SimulationPool;
import io.github.gdxagents.training.tensor.DeviceMemoryError;
import io.github.gdxagents.training.tensor.LearningDevice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tensorflow.exceptions.TFResourceExhaustedException;

/**
 * Trains the agents of a game with proximal policy optimization. Read {@link #iterate} first, then {@link BehaviorTrainer#improve}.
 *
 * <p>Each behavior of the game has networks of its own; all of them learn from the same simulated instances.
 *
 * <p>Thread safety: none; one thread calls, workers and TensorFlow use threads of their own. With the same configuration the result is
 * the same, bit for bit, at any number of threads (a GPU promises it to nobody) and across {@link #state} and {@link #restore}.
 *
 * <p>Source: Schulman et al. 2017, arXiv:1707.06347, algorithm 1.
 */
public final class Trainer implements AutoCloseable {
    private static final double NANO = 1e-9;

    private final TrainingConfig config;
    private final LearningDevice device;
    private final SimulationPool pool;
    private final Collector collector;
    private final BehaviorTrainers behaviors;
    private final Curriculum curriculum;
    private int iteration;
    private long steps;
    /** Where everything stands between two iterations: a fault in the midst of one leaves it as it is. */
    private TrainerState state;

    /**
     * Makes the simulated instances and new networks.
     *
     * @param config all settings
     * @param game makes the instances
     * @throws IllegalArgumentException if the game has no such settings or refuses them, or lacks what a lesson waits for, or a policy file that the configuration names can't be read or
     *     doesn't fit
     * @throws io.github.gdxagents.training.tensor.DeviceException if it is to learn on a GPU and there is none
     */
    public Trainer(TrainingConfig config, SimulationFactory game) {
        this.config = config;
        LearningDevice chosen = LearningDevice.choose(config.learner().device());
        device = config.learner().xla() ? chosen.compiling() : chosen;
        CurriculumCheck.require(config, game);
        try {
            pool = new SimulationPool(
                    game::create,
                    lessonsOf(config, game.settings()),
                    config.rollout().playable(game),
                    config.faults(),
                    config.seed(),
                    BehaviorTrainers.networks(config, device));
            collector = new Collector(pool, config.learner().overlap());
            behaviors = new BehaviorTrainers(config, device, pool.groups());
            curriculum = new Curriculum(config.curriculum().lessons(), behaviors());
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

    private static List<EpisodeSettings> lessonsOf(TrainingConfig config, SimulationSettings declared) {
        int count = Math.max(1, config.curriculum().lessons().size()); // without a curriculum there is one
        return IntStream.range(0, count)
                .mapToObj(lesson -> new EpisodeSettings(declared, config.settingsOf(lesson)))
                .toList();
    }

    /**
     * Does one iteration: all instances gather experience with the current policies, then each policy learns from it.
     *
     * <p>With {@code learner.overlap} the instances gather the next iteration's experience meanwhile, with the policies as they were
     * before. Whether that has happened already or is still to be done changes nothing: what is kept of it is what it begins with. No
     * thread is left at work.
     *
     * <p>After a fault {@link #state} gives what was before the iteration, and {@link #restore} must come before the next one.
     *
     * @return what happened
     * @throws io.github.gdxagents.training.rollout.SimulationFault if the game breaks the rules of a simulation
     * @throws TrainingFault if learning yields numbers that are not finite
     * @throws DeviceMemoryError if TensorFlow finds no memory
     */
    public IterationReport iterate() {
        try {
            long start = System.nanoTime();
            Collector.Experience experience = collector.collect(behaviors.actingWeights());
            long collected = System.nanoTime();
            Lesson lesson = curriculum.lesson();
            curriculum.add(experience.episodes());
            pool.beginLesson(curriculum.index()); // what is collected ahead is of the next one, if that begins
            collectAhead(experience);
            Map<String, Map<Metric, Double>> metrics = improve(experience);
            long learned = System.nanoTime();
            collector.end();
            state = current();
            return new IterationReport(
                    iteration,
                    steps,
                    lesson,
                    metrics,
                    behaviors.gameFigures(),
                    experience.simulationSeconds(),
                    experience.inferenceSeconds(),
                    (learned - collected) * NANO,
                    (System.nanoTime() - start) * NANO,
                    experience.faults());
        } catch (TrainingFault | PolicyFault fault) {
            // None of the iteration's updates stays: no undisturbed run comes through a state that has a part of them.
            restoreLearners(state);
            throw new TrainingFault("iteration " + (state.iteration() + 1) + ", " + fault.getMessage(), fault);
        } catch (TFResourceExhaustedException exhausted) {
            throw new DeviceMemoryError(exhausted);
        } finally {
            collector.end();
        }
    }

    /** With overlap the policies as they are now collect what comes next, unless nothing does. */
    private void collectAhead(Collector.Experience experience) {
        if (config.learner().overlap()) {
            behaviors.forEach(BehaviorTrainer::holdActing);
            if (steps + experience.size() < config.ppo().totalSteps()) {
                collector.begin(behaviors.actingWeights());
            }
        }
    }

    /** Improves the policy and the value function of each behavior. */
    private Map<String, Map<Metric, Double>> improve(Collector.Experience experience) {
        Map<String, Map<Metric, Double>> metrics = new LinkedHashMap<>();
        iteration++;
        long stepsBefore = steps;
        int group = 0;
        for (BehaviorTrainer behavior : behaviors) {
            Rollout rollout = experience.rollouts().get(group);
            behavior.episodes().add(experience.episodes().get(group));
            RandomStream shuffle = RandomStream.of(config.seed(), BehaviorTrainers.SHUFFLE_STREAM, iteration, group);
            metrics.put(behavior.behavior().name(), behavior.improve(rollout, stepsBefore, shuffle));
            steps += rollout.size();
            group++;
        }
        return metrics;
    }

    /** {@return what the game declares of each behavior, in order of first appearance} */
    public List<BehaviorSpec> behaviors() {
        return pool.groups().stream().map(BehaviorSlots::behavior).toList();
    }

    /** {@return what policy of a file training began with, for each behavior that began with one} */
    public List<WarmStartReport> warmStarts() {
        return behaviors.warmStarts();
    }

    /** {@return what the networks learn on} */
    public LearningDevice device() {
        return device;
    }

    /** {@return how many iterations have been finished} */
    public int iteration() {
        return iteration;
    }

    /** {@return the lesson of the episodes that begin next} */
    public Lesson lesson() {
        return curriculum.lesson();
    }

    /** {@return how many decisions all slots have taken} */
    public long steps() {
        return steps;
    }

    /** {@return whether all the steps of the configuration have been taken} */
    public boolean isFinished() {
        return steps >= config.ppo().totalSteps();
    }

    /** {@return the policy of each behavior as it is now, ready to be written to a file, sharing nothing with this} */
    public List<PolicyModel> policies() {
        return behaviors.policies(steps);
    }

    /**
     * {@return everything that the run goes on from, as it was before the first iteration, or after the last that was
     * finished: plain data that shares nothing with the trainer}
     */
    public TrainerState state() {
        return state;
    }

    private TrainerState current() {
        return new TrainerState(iteration, steps, behaviors.state(), collector.instances(), curriculum.state());
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
        requireFit(saved, true);
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
        requireFit(saved, false);
        collector.forget();
        pool.restoreWithoutEpisodes(saved.instances());
        restoreLearners(saved);
        state = current();
    }

    private void requireFit(TrainerState saved, boolean episodesGoOn) {
        behaviors.requireFit(saved.learners());
        pool.requireFit(saved.instances(), episodesGoOn);
        curriculum.requireFit(saved.curriculum());
    }

    private void restoreLearners(TrainerState saved) {
        behaviors.restore(saved.learners());
        curriculum.restore(saved.curriculum());
        pool.beginLesson(curriculum.index());
        iteration = saved.iteration();
        steps = saved.steps();
        state = saved;
    }

    /** Halves all learning rates from now on, after a fault of learning. */
    public void backOff() {
        behaviors.forEach(BehaviorTrainer::backOff);
        state = current();
    }

    /** Disposes the instances and frees what TensorFlow holds: all of it, even where a part fails. */
    @Override
    public void close() {
        try (behaviors;
                pool) {
            // from the last to the first, whichever fails
        }
    }
}
