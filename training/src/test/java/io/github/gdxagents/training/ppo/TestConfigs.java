package io.github.gdxagents.training.ppo;

import io.github.gdxagents.network.Activation;
import io.github.gdxagents.training.config.NormalizationConfig.AdvantageNormalization;
import io.github.gdxagents.training.config.Device;
import io.github.gdxagents.training.config.EvaluationConfig;
import io.github.gdxagents.training.config.FaultConfig;
import io.github.gdxagents.training.config.FaultConfig.GameFaultAction;
import io.github.gdxagents.training.config.LearnerConfig.InferenceDevice;
import io.github.gdxagents.training.config.LearnerConfig;
import io.github.gdxagents.training.config.FaultConfig.LearningFaultAction;
import io.github.gdxagents.training.config.MemoryConfig;
import io.github.gdxagents.training.config.MemoryKind;
import io.github.gdxagents.training.config.NearTargetConfig;
import io.github.gdxagents.training.config.NetworkConfig;
import io.github.gdxagents.training.config.NormalizationConfig;
import io.github.gdxagents.training.config.PpoConfig;
import io.github.gdxagents.training.config.RolloutConfig;
import io.github.gdxagents.training.config.RunConfig;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.config.Trunk;
import io.github.gdxagents.training.config.TuningConfig;
import io.github.gdxagents.training.rollout.TestNetworks;
import java.util.Map;

/** Configurations for small games. */
final class TestConfigs {
    /** Stop at whatever goes wrong. */
    static final FaultConfig FAULTS = new FaultConfig(GameFaultAction.STOP, LearningFaultAction.STOP, 60);

    static final NetworkConfig NETWORK = TestNetworks.config(
            new int[] {32, 32}, Activation.TANH, Trunk.SEPARATE, new MemoryConfig(MemoryKind.NONE, 1, 1));

    private TestConfigs() {}

    static TrainingConfig small(long seed, int threads, long totalSteps) {
        return with(seed, new RolloutConfig(16, 32, threads), ppo(totalSteps, 0.99), normalization(false, false));
    }

    static TrainingConfig with(long seed, RolloutConfig rollout, PpoConfig ppo, NormalizationConfig normalization) {
        return with(seed, rollout, ppo, normalization, NETWORK);
    }

    static TrainingConfig with(
            long seed, RolloutConfig rollout, PpoConfig ppo, NormalizationConfig normalization, NetworkConfig network) {
        return new TrainingConfig(
                "test",
                Map.of(),
                seed,
                rollout,
                ppo,
                new LearnerConfig(Device.CPU, 1, false, false, InferenceDevice.CPU),
                network,
                normalization,
                new EvaluationConfig(1, 1, 1, 1, 0, new NearTargetConfig(Double.POSITIVE_INFINITY, 1), false),
                FAULTS,
                new TuningConfig(0),
                new RunConfig("runs", "test", 60, 3));
    }

    /** The same, but that each rollout is collected while the one before is learned from. */
    static TrainingConfig overlapping(TrainingConfig config) {
        return new TrainingConfig(
                config.game(),
                config.settings(),
                config.seed(),
                config.rollout(),
                config.ppo(),
                new LearnerConfig(
                        config.learner().device(),
                        config.learner().shards(),
                        true,
                        config.learner().xla(),
                        config.learner().inference()),
                config.network(),
                config.normalization(),
                config.evaluation(),
                config.faults(),
                config.tuning(),
                config.run());
    }

    /** One epoch of one minibatch, so that what an iteration reports was measured before its only update. */
    static TrainingConfig singleUpdate(double clipRange) {
        return singleUpdate(clipRange, AdvantageNormalization.MINIBATCH);
    }

    static TrainingConfig singleUpdate(double clipRange, AdvantageNormalization advantages) {
        PpoConfig ppo = TestPpo.of(1_000_000)
                .updates(1, 1_000_000)
                .learningRate(1e-2)
                .clipRange(clipRange)
                .entropy(0.01)
                .build();
        return with(5, new RolloutConfig(8, 64, 2), ppo, new NormalizationConfig(true, true, advantages));
    }

    /** The same with the networks of all workers run on what they learn on. */
    static TrainingConfig withDeviceInference(TrainingConfig config) {
        return new TrainingConfig(
                config.game(),
                config.settings(),
                config.seed(),
                config.rollout(),
                config.ppo(),
                new LearnerConfig(Device.CPU, config.learner().shards(), false, false, InferenceDevice.DEVICE),
                config.network(),
                config.normalization(),
                config.evaluation(),
                config.faults(),
                config.tuning(),
                config.run());
    }

    static NormalizationConfig normalization(boolean observations, boolean rewards) {
        return new NormalizationConfig(observations, rewards, AdvantageNormalization.MINIBATCH);
    }

    static PpoConfig ppo(long totalSteps, double discount) {
        return TestPpo.of(totalSteps).discount(discount, 0.95).build();
    }
}
