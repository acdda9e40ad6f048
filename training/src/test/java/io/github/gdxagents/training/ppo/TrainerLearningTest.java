package io.github.gdxagents.training.ppo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.testgame.CorridorSimulation;
import io.github.gdxagents.testgame.HarvestSimulation;
import io.github.gdxagents.testgame.MaskedChoiceSimulation;
import io.github.gdxagents.testgame.PuttSimulation;
import io.github.gdxagents.testgame.SkirmishFactory;
import io.github.gdxagents.testgame.TargetSimulation;
import io.github.gdxagents.training.config.RolloutConfig;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.metrics.IterationReport;
import io.github.gdxagents.training.metrics.Metric;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small games with a known best return, learned within seconds, whatever the seed. */
@Tag("slow")
class TrainerLearningTest {
    private static TrainingConfig config(long seed, long totalSteps) {
        return TrainingConfig.builder("test")
                .seed(seed)
                .ppo(ppo -> ppo.totalSteps(totalSteps))
                .build();
    }

    /** Mean return of the last 100 training episodes (actions still sampled) by behavior, at the end of training. */
    private static Map<String, Double> train(SimulationFactory game, TrainingConfig config) {
        try (Trainer trainer = new Trainer(config, game)) {
            IterationReport report = trainer.iterate();
            while (!trainer.isFinished()) {
                report = trainer.iterate();
            }
            Map<String, Double> returns = new LinkedHashMap<>();
            report.metrics().forEach((name, metrics) -> returns.put(name, metrics.get(Metric.EPISODE_RETURN_MEAN)));
            return returns;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void discreteActionsReachTheEndOfTheCorridor(long seed) {
        Map<String, Double> returns = train(new CorridorSimulation.Factory(), config(seed, 30_000));
        assertThat(returns.get("walker")).isGreaterThan(0.95 * CorridorSimulation.OPTIMUM);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void continuousActionsRepeatTheTarget(long seed) {
        Map<String, Double> returns = train(new TargetSimulation.Factory(), config(seed, 60_000));
        assertThat(returns.get("pointer")).isGreaterThan(-1.5);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void maskedBranchesRepeatWhatIsAllowed(long seed) {
        Map<String, Double> returns = train(new MaskedChoiceSimulation.Factory(), config(seed, 60_000));
        assertThat(returns.get("painter")).isGreaterThan(0.95 * MaskedChoiceSimulation.OPTIMUM);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void rewardsInPartsAreLearnedFromAsAWhole(long seed) {
        Map<String, Double> returns = train(new HarvestSimulation.Factory(), config(seed, 60_000));
        assertThat(returns.get("picker")).isGreaterThan(0.9 * HarvestSimulation.OPTIMUM);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatComesOfADecisionIterationsLaterIsLearnedFrom(long seed) {
        TrainingConfig config = config(seed, 6_000).toBuilder()
                .rollout(new RolloutConfig(64, 4, 2))
                .build();
        Map<String, Double> returns = train(new PuttSimulation.Factory(), config);
        assertThat(returns.get("golfer")).isGreaterThan(0.95 * PuttSimulation.OPTIMUM);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void twoBehaviorsWithHybridActionsAndRevivalLearnTogether(long seed) {
        Map<String, Double> returns = train(new SkirmishFactory(), config(seed, 300_000));
        assertThat(returns)
                .hasEntrySatisfying("scout", value -> assertThat(value).isGreaterThan(10));
        assertThat(returns)
                .hasEntrySatisfying("guard", value -> assertThat(value).isGreaterThan(10));
    }
}
