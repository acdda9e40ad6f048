package io.github.gdxagents.training.config;

import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Everything that a run is determined by.
 *
 * <p>{@link ConfigLoader} reads it from YAML, {@link ConfigWriter} writes it; both lose nothing.
 *
 * <p>Thread safety: immutable.
 *
 * @param game name of a bundled game, or of a class that makes instances
 * @param settings of the game, in its order
 * @param seed of everything random in training
 * @param rollout how experience is collected
 * @param ppo how the policy learns
 * @param learner what it learns on
 * @param network what it looks like
 * @param normalization what is brought to a common scale
 * @param evaluation how the policy is evaluated
 * @param faults what is done if game or learning break
 * @param tuning how what is left open is chosen
 * @param run where the run is kept
 */
public record TrainingConfig(
        @Meaning("bundled name, or class of a SimulationFactory")
        String game,

        Map<String, Double> settings,
        @Meaning("of everything random in training") long seed,
        RolloutConfig rollout,
        PpoConfig ppo,
        LearnerConfig learner,
        NetworkConfig network,
        NormalizationConfig normalization,
        EvaluationConfig evaluation,
        FaultConfig faults,
        TuningConfig tuning,
        RunConfig run) {
    /**
     * Checks the game's name and copies the settings.
     *
     * @throws ConfigException if the game has no name
     */
    public TrainingConfig {
        Objects.requireNonNull(rollout, "rollout");
        Objects.requireNonNull(ppo, "ppo");
        Objects.requireNonNull(learner, "learner");
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(normalization, "normalization");
        Objects.requireNonNull(evaluation, "evaluation");
        Objects.requireNonNull(faults, "faults");
        Objects.requireNonNull(tuning, "tuning");
        Objects.requireNonNull(run, "run");
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        Faults wrong = new Faults();
        wrong.require(!game.isBlank(), "game", "a game's name", "empty");
        wrong.require(
                !network.memory().isUsed() || network.memory().sequenceLength() <= rollout.horizon(),
                "network.memory.sequenceLength",
                "at most rollout.horizon, " + rollout.horizon(),
                network.memory().sequenceLength());
        wrong.require(
                !network.memory().isUsed() || learner.inference() == InferenceDevice.CPU,
                "learner.inference",
                "cpu with network.memory.kind " + network.memory().kind().name().toLowerCase(Locale.ROOT),
                "device");
        wrong.throwIfAny();
    }

    /**
     * The settings of the game, as it wants them.
     *
     * @param factory declares them
     * @return its settings with the values of this configuration
     * @throws IllegalArgumentException if the game has no such setting
     */
    public SimulationSettings simulationSettings(SimulationFactory factory) {
        SimulationSettings chosen = factory.settings();
        for (Map.Entry<String, Double> setting : settings.entrySet()) {
            chosen = chosen.with(setting.getKey(), setting.getValue());
        }
        return chosen;
    }

    /**
     * For a run that goes on: what it began with is in its checkpoint, and the files may be gone.
     *
     * @return without initial policies
     */
    public TrainingConfig withoutInitialPolicies() {
        NetworkConfig begun = new NetworkConfig(
                network.hidden(),
                network.activation(),
                network.trunk(),
                network.memory(),
                List.of(),
                network.initialLogStandardDeviation());
        return new TrainingConfig(
                game, settings, seed, rollout, ppo, learner, begun, normalization, evaluation, faults, tuning, run);
    }

    /**
     * The same but for how experience is collected and what computes the learning.
     *
     * @param chosenRollout how it is collected
     * @param chosenLearner what computes it
     * @return another configuration
     * @throws ConfigException if the horizon is shorter than the sequences of a memory
     */
    public TrainingConfig with(RolloutConfig chosenRollout, LearnerConfig chosenLearner) {
        return new TrainingConfig(
                game,
                settings,
                seed,
                chosenRollout,
                ppo,
                chosenLearner,
                network,
                normalization,
                evaluation,
                faults,
                tuning,
                run);
    }

    /**
     * What the result is determined by: without threads, watchdog, tuning, and where and how often the run is saved, which change nothing that is
     * learned, and without the device and its compiler, which change last bits and may be others when the run goes on.
     *
     * @return the same for all runs that give the same policy, ready to be kept in it
     */
    public TrainingConfig reproducible() {
        return new TrainingConfig(
                game,
                settings,
                seed,
                new RolloutConfig(rollout.instances(), rollout.horizon(), 0),
                ppo,
                new LearnerConfig(Device.AUTO, learner.shards(), learner.overlap(), false, learner.inference()),
                network,
                normalization,
                evaluation,
                new FaultConfig(faults.onGameFault(), faults.onLearningFault(), 0),
                new TuningConfig(0),
                new RunConfig("runs", "", 60, 3));
    }
}
