package io.github.gdxagents.training.ppo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.testgame.CorridorSimulation;
import io.github.gdxagents.testgame.MaskedChoiceSimulation;
import io.github.gdxagents.testgame.SkirmishFactory;
import io.github.gdxagents.testgame.TargetSimulation;
import io.github.gdxagents.training.config.PpoConfig;
import io.github.gdxagents.training.config.PpoConfig.AdvantageEstimator;
import io.github.gdxagents.training.config.PpoConfig.Aggregation;
import io.github.gdxagents.training.config.Schedule;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.config.Trunk;
import io.github.gdxagents.training.metrics.IterationReport;
import io.github.gdxagents.training.metrics.Metric;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every objective and option learns small games with a known best return. */
@Tag("slow")
class ObjectiveLearningTest {
    private record Game(String name, SimulationFactory factory, long steps, double passing) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final Game CORRIDOR =
            new Game("discrete", new CorridorSimulation.Factory(), 30_000, 0.95 * CorridorSimulation.OPTIMUM);
    private static final Game TARGET = new Game("continuous", new TargetSimulation.Factory(), 60_000, -1.5);
    private static final Game CHOICE = new Game(
            "masked multi-discrete",
            new MaskedChoiceSimulation.Factory(),
            60_000,
            0.95 * MaskedChoiceSimulation.OPTIMUM);

    private static Map<String, Consumer<PpoConfig.Builder>> variants() {
        Map<String, Consumer<PpoConfig.Builder>> variants = new LinkedHashMap<>();
        variants.put("clip-higher", ppo -> ppo.clipRangeUpper(0.28));
        variants.put("clip, dual clip", ppo -> ppo.objective("clip", Map.of("dualClip", Schedule.constant(3))));
        variants.put("kl-penalty", ppo -> ppo.objective("kl-penalty", Map.of("klCoefficient", Schedule.constant(0.3))));
        variants.put(
                "kl-penalty, adaptive",
                ppo -> ppo.objective("kl-penalty", Map.of("klTarget", Schedule.constant(0.02))));
        variants.put("return to go", ppo -> ppo.estimator(AdvantageEstimator.RETURN_TO_GO));
        variants.put("return to go with baseline", ppo -> ppo.estimator(AdvantageEstimator.RETURN_TO_GO_WITH_BASELINE));
        variants.put("trust-region", ppo -> ppo.objective("trust-region"));
        variants.put(
                "trust-region, wide", ppo -> ppo.objective("trust-region", Map.of("maxKl", Schedule.constant(0.03))));
        return variants;
    }

    static Stream<Arguments> combinations() {
        return variants().entrySet().stream()
                .flatMap(variant -> Stream.of(CORRIDOR, TARGET, CHOICE)
                        .map(game -> Arguments.of(variant.getKey(), game, variant.getValue())));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("combinations")
    void everyObjectiveLearnsEveryKindOfAction(String name, Game game, Consumer<PpoConfig.Builder> variant) {
        Training training = Training.of(game.factory, 1, variant.andThen(ppo -> ppo.totalSteps(game.steps)));
        assertThat(training.meanReturn()).isGreaterThan(game.passing);
    }

    /** It uses each decision once: it gets three times the steps of the others and smaller minibatches. */
    @ParameterizedTest
    @MethodSource("games")
    void thePolicyGradientLearnsToo(Game game) {
        Training training = Training.of(
                game.factory,
                1,
                ppo -> ppo.totalSteps(3 * game.steps)
                        .objective("policy-gradient")
                        .minibatchSize(64)
                        .learningRate(1e-3));
        assertThat(training.last().get(Metric.UPDATES)).isEqualTo(8); // 512 decisions once, not 8 times
        assertThat(Training.play(game.factory, training.policy())).isGreaterThan(game.passing);
    }

    static Stream<Game> games() {
        return Stream.of(CORRIDOR, TARGET, CHOICE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kl-penalty", "trust-region"})
    void hybridActionsOfTwoBehaviorsAreLearned(String objective) {
        TrainingConfig config = TrainingConfig.builder("test")
                .ppo(ppo -> ppo.totalSteps(300_000).objective(objective))
                .build();
        try (Trainer trainer = new Trainer(config, new SkirmishFactory())) {
            IterationReport report = trainer.iterate();
            while (!trainer.isFinished()) {
                report = trainer.iterate();
            }
            assertThat(report.metrics().values())
                    .allSatisfy(metrics ->
                            assertThat(metrics.get(Metric.EPISODE_RETURN_MEAN)).isGreaterThan(10));
        }
    }

    @Test
    void anObjectiveOfSomebodyElseIsTrainedByItsNameAlone() {
        Training training = Training.of(
                CORRIDOR.factory,
                1,
                ppo -> ppo.totalSteps(30_000).objective("test-objective", Map.of("sharpness", Schedule.constant(5))));
        assertThat(training.meanReturn()).isGreaterThan(CORRIDOR.passing);
    }

    @Test
    void aggregationByEpisodeLearns() {
        Training training =
                Training.of(CORRIDOR.factory, 1, ppo -> ppo.totalSteps(30_000).aggregation(Aggregation.EPISODE));
        assertThat(training.meanReturn()).isGreaterThan(CORRIDOR.passing);
    }

    @Test
    void aSharedTrunkWithSiluLearns() {
        Training training = Training.of(
                TARGET.factory,
                TrainingConfig.builder("test")
                        .ppo(ppo -> ppo.totalSteps(60_000))
                        .network(network -> network.activation(Activation.SILU).trunk(Trunk.SHARED))
                        .build());
        assertThat(training.meanReturn()).isGreaterThan(TARGET.passing);
    }

    /** 512 decisions in minibatches of 128, 8 epochs: 32 updates if nothing stops them. */
    @Test
    void theTargetDivergenceStopsTheEpochs() {
        Training free =
                Training.of(TARGET.factory, 1, ppo -> ppo.totalSteps(30_000).learningRate(4e-3));
        Training stopped = Training.of(
                TARGET.factory,
                1,
                ppo -> ppo.totalSteps(30_000).learningRate(4e-3).targetKl(0.02));
        assertThat(free.largest(Metric.UPDATES)).isEqualTo(32);
        assertThat(free.median(Metric.UPDATES, 0)).isEqualTo(32);
        assertThat(stopped.median(Metric.UPDATES, 5)).isBetween(1.0, 31.0);
        assertThat(stopped.median(Metric.KL, 5)).isLessThan(2 * 0.02);
        assertThat(stopped.largest(Metric.KL)).isLessThan(free.largest(Metric.KL));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void adaptiveBetaKeepsTheDivergenceNearItsTarget(long seed) {
        Training training = Training.of(
                TARGET.factory,
                seed,
                ppo -> ppo.totalSteps(60_000).objective("kl-penalty", Map.of("klTarget", Schedule.constant(0.01))));
        assertThat(training.median(Metric.KL, 20)).isBetween(0.005, 0.02);
        double before = 1;
        double kl = Double.NaN;
        for (Map<Metric, Double> metrics : training.iterations()) {
            double factor = metrics.get(Metric.KL_COEFFICIENT) / before;
            assertThat(factor).isEqualTo(kl < 0.01 / 1.5 ? 0.5 : kl > 0.01 * 1.5 ? 2 : 1);
            before = metrics.get(Metric.KL_COEFFICIENT);
            kl = metrics.get(Metric.KL);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void anAdaptedLearningRateKeepsTheDivergenceNearItsTarget(long seed) {
        Training training =
                Training.of(TARGET.factory, seed, ppo -> ppo.totalSteps(60_000).learningRateTargetKl(0.01));
        assertThat(training.median(Metric.KL, 20)).isBetween(0.005, 0.02);
        assertThat(training.largest(Metric.LEARNING_RATE)).isGreaterThan(2e-3);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.003, 0.01, 0.03})
    void noIterationLeavesTheTrustRegion(double maxKl) {
        Training training = Training.of(
                TARGET.factory,
                3,
                ppo -> ppo.totalSteps(20_000).objective("trust-region", Map.of("maxKl", Schedule.constant(maxKl))));
        assertThat(training.largest(Metric.KL)).isLessThan(maxKl * 1.001);
        assertThat(training.median(Metric.KL, 0)).isGreaterThan(0.3 * maxKl);
    }
}
