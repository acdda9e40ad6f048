package io.github.gdxagents.training.ppo;

import io.github.gdxagents.policy.Activation;
import io.github.gdxagents.training.config.AdvantageNormalization;
import io.github.gdxagents.training.config.EvaluationConfig;
import io.github.gdxagents.training.config.NetworkConfig;
import io.github.gdxagents.training.config.NormalizationConfig;
import io.github.gdxagents.training.config.PpoConfig;
import io.github.gdxagents.training.config.RolloutConfig;
import io.github.gdxagents.training.config.RunConfig;
import io.github.gdxagents.training.config.Schedule;
import io.github.gdxagents.training.config.TrainingConfig;
import java.util.List;
import java.util.Map;

/** Configurations for small games. */
final class TestConfigs {
    private TestConfigs() {}

    static TrainingConfig small(long seed, int threads, long totalSteps) {
        return with(seed, new RolloutConfig(16, 32, threads), ppo(totalSteps, 0.99), normalization(false, false));
    }

    static TrainingConfig with(long seed, RolloutConfig rollout, PpoConfig ppo, NormalizationConfig normalization) {
        return new TrainingConfig(
                "test",
                Map.of(),
                seed,
                rollout,
                ppo,
                new NetworkConfig(List.of(32, 32), Activation.TANH, -0.5),
                normalization,
                new EvaluationConfig(1, 1, 1, 1, 0, false),
                new RunConfig("runs", "test", 60));
    }

    /** One epoch of one minibatch, so that what an iteration reports was measured before its only update. */
    static TrainingConfig singleUpdate(double clipRange) {
        return singleUpdate(clipRange, AdvantageNormalization.MINIBATCH);
    }

    static TrainingConfig singleUpdate(double clipRange, AdvantageNormalization advantages) {
        PpoConfig ppo = new PpoConfig(
                1_000_000,
                1,
                1_000_000,
                0.99,
                0.95,
                constant(1e-2),
                constant(clipRange),
                constant(clipRange),
                constant(0.01),
                0.5,
                0,
                0.5,
                1e-5);
        return with(5, new RolloutConfig(8, 64, 2), ppo, new NormalizationConfig(true, true, advantages));
    }

    static NormalizationConfig normalization(boolean observations, boolean rewards) {
        return new NormalizationConfig(observations, rewards, AdvantageNormalization.MINIBATCH);
    }

    static PpoConfig ppo(long totalSteps, double discount) {
        return new PpoConfig(
                totalSteps,
                8,
                128,
                discount,
                0.95,
                constant(2e-3),
                constant(0.2),
                constant(0.2),
                constant(0.001),
                0.5,
                0,
                0.5,
                1e-5);
    }

    static Schedule constant(double value) {
        return new Schedule(value, value);
    }
}
