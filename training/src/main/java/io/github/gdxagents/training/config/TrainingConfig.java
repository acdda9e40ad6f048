package io.github.gdxagents.training.config;

import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.policy.Provenance;
import io.github.gdxagents.training.config.LearnerConfig.InferenceDevice;
import io.github.gdxagents.training.config.NormalizationConfig.AdvantageNormalization;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Everything that a run is determined by.
 *
 * <p>{@link ConfigLoader} reads it from YAML, {@link ConfigWriter} writes it; both lose nothing. In Java it is built, see
 * {@link ConfigBuilder}. All behaviors of a game share its settings; where others for one of them would go is told at the package.
 *
 * @param game name of a bundled game, or of a class that makes instances
 * @param settings of the game, in its order; the same in all episodes, or drawn for each
 * @param seed of everything random in training
 * @param isolated whether each instance loads the game's classes, libGDX's and natives anew, so that nothing static is shared
 * @param rollout how experience is collected
 * @param ppo how the policy learns
 * @param learner what it learns on
 * @param network what it looks like
 * @param normalization what is brought to a common scale
 * @param curriculum which settings of the game training goes through
 * @param evaluation how the policy is evaluated
 * @param faults what is done if game or learning break
 * @param tuning how what is left open is chosen
 * @param run where the run is kept
 */
public record TrainingConfig(
        @Key("bundled name, or class of a SimulationFactory")
        String game,

        Map<String, SettingValue> settings,
        @Key("of everything random in training") long seed,

        @Key("true: each instance loads the game anew, with statics of its own")
        boolean isolated,

        RolloutConfig rollout,
        PpoConfig ppo,
        LearnerConfig learner,
        NetworkConfig network,
        NormalizationConfig normalization,
        CurriculumConfig curriculum,
        EvaluationConfig evaluation,
        FaultConfig faults,
        TuningConfig tuning,
        RunConfig run) {
    /** Copies the settings; a {@link ConfigException} lists what doesn't go together. */
    public TrainingConfig {
        Objects.requireNonNull(rollout, "rollout");
        Objects.requireNonNull(ppo, "ppo");
        Objects.requireNonNull(learner, "learner");
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(normalization, "normalization");
        Objects.requireNonNull(curriculum, "curriculum");
        Objects.requireNonNull(evaluation, "evaluation");
        Objects.requireNonNull(faults, "faults");
        Objects.requireNonNull(tuning, "tuning");
        Objects.requireNonNull(run, "run");
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        Faults wrong = new Faults();
        wrong.require(!game.isBlank(), "game", "a game's name", "empty");
        boolean isShort = game.getBytes(StandardCharsets.UTF_8).length <= Provenance.MAX_LINE_BYTES;
        wrong.require(isShort, "game", "at most " + Provenance.MAX_LINE_BYTES + " bytes, as policy files hold", game);
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
        wrong.require(
                ppo.minibatchSize() > 1 || normalization.advantages() != AdvantageNormalization.MINIBATCH,
                "ppo.minibatchSize",
                "at least 2 with normalization.advantages minibatch, which makes the advantage of a single decision 0",
                ppo.minibatchSize());
        wrong.throwIfAny();
    }

    /**
     * Begins with the defaults of a bundled game, or those of any game for the name of a class; its own settings stay what it declares,
     * and what is {@code auto} has a value that is sensible on any machine.
     */
    public static Builder builder(String game) {
        return builder(game, SimulationSettings.none());
    }

    /** The same for a game of your own, of a public class, since configurations name the class. */
    public static Builder builder(SimulationFactory game) {
        return builder(game.getClass().getName(), game.settings());
    }

    /** The same with the game's settings as it declares them, perhaps with other values. */
    public static Builder builder(String game, SimulationSettings settings) {
        return ConfigLoader.forGame(game, settings).load().toBuilder();
    }

    /** A builder that begins with these values. */
    public Builder toBuilder() {
        return BuilderProxy.of(this, "", Builder.class);
    }

    /** {@return the settings of the game's episodes in a lesson of the curriculum, by index; without a curriculum there is one} */
    public Map<String, SettingValue> settingsOf(int lesson) {
        return curriculum.lessons().isEmpty()
                ? settings
                : with(settings, curriculum.lessons().get(lesson).settings());
    }

    /** {@return those of evaluations: of the last lesson, but for what they say themselves} */
    public Map<String, SettingValue> evaluationSettings() {
        int last = Math.max(0, curriculum.lessons().size() - 1);
        return with(settingsOf(last), evaluation.settings());
    }

    private static Map<String, SettingValue> with(Map<String, SettingValue> below, Map<String, SettingValue> above) {
        Map<String, SettingValue> merged = new LinkedHashMap<>(below);
        merged.putAll(above);
        return Collections.unmodifiableMap(merged);
    }

    /** {@return one value for each setting, of those that evaluations have: the middle of what is drawn} */
    public Map<String, Double> middleSettings() {
        Map<String, Double> values = new LinkedHashMap<>();
        evaluationSettings().forEach((name, value) -> values.put(name, value.middle()));
        return values;
    }

    /**
     * The settings that a game declares, with the {@link #middleSettings} of this configuration.
     *
     * @throws IllegalArgumentException if the game has no such setting
     */
    public SimulationSettings simulationSettings(SimulationFactory factory) {
        SimulationSettings chosen = factory.settings();
        for (Map.Entry<String, Double> setting : middleSettings().entrySet()) {
            chosen = chosen.with(setting.getKey(), setting.getValue());
        }
        return chosen;
    }

    /** For a run that goes on: what it began with is in its checkpoint, and the files may be gone. */
    public TrainingConfig withoutInitialPolicies() {
        return toBuilder().network(begun -> begun.initialPolicies(List.of())).build();
    }

    /** The same with other groups, or a {@link ConfigException} if the horizon is shorter than the sequences of a memory. */
    public TrainingConfig with(RolloutConfig chosenRollout, LearnerConfig chosenLearner) {
        return toBuilder().rollout(chosenRollout).learner(chosenLearner).build();
    }

    /**
     * What the result is determined by: without threads, watchdog, tuning, and where and how often the run is saved, which change nothing that is
     * learned, and without the device and its compiler, which change last bits and may be others when the run goes on. It is the same for
     * all runs that give the same policy, ready to be kept in it.
     */
    public TrainingConfig reproducible() {
        return toBuilder()
                .rollout(any -> any.threads(0))
                .learner(any -> any.device(Device.AUTO).xla(false))
                .faults(any -> any.watchdogSeconds(0))
                .tuning(any -> any.seconds(0))
                .run(new RunConfig("runs", "", 60, 3, ""))
                .build();
    }

    public interface Builder extends ConfigBuilder<TrainingConfig> {
        Builder game(String game);

        Builder settings(Map<String, SettingValue> settings);

        default Builder settings(SimulationSettings chosen) {
            Map<String, SettingValue> constants = new LinkedHashMap<>();
            chosen.asMap().forEach((name, value) -> constants.put(name, SettingValue.constant(value)));
            return settings(constants);
        }

        Builder seed(long seed);

        Builder isolated(boolean isolated);

        Builder rollout(RolloutConfig rollout);

        Builder rollout(Consumer<RolloutConfig.Builder> change);

        Builder ppo(PpoConfig ppo);

        Builder ppo(Consumer<PpoConfig.Builder> change);

        Builder learner(LearnerConfig learner);

        Builder learner(Consumer<LearnerConfig.Builder> change);

        Builder network(NetworkConfig network);

        Builder network(Consumer<NetworkConfig.Builder> change);

        Builder normalization(NormalizationConfig normalization);

        Builder normalization(Consumer<NormalizationConfig.Builder> change);

        Builder curriculum(CurriculumConfig curriculum);

        Builder curriculum(Consumer<CurriculumConfig.Builder> change);

        Builder evaluation(EvaluationConfig evaluation);

        Builder evaluation(Consumer<EvaluationConfig.Builder> change);

        Builder faults(FaultConfig faults);

        Builder faults(Consumer<FaultConfig.Builder> change);

        Builder tuning(TuningConfig tuning);

        Builder tuning(Consumer<TuningConfig.Builder> change);

        Builder run(RunConfig run);

        Builder run(Consumer<RunConfig.Builder> change);
    }
}
