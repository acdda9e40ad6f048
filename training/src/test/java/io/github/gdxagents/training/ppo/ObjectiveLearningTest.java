package io.github.gdxagents.training.ppo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.testgame.CorridorSimulation;
import io.github.gdxagents.testgame.MaskedChoiceSimulation;
import io.github.gdxagents.testgame.SkirmishFactory;
import io.github.gdxagents.testgame.TargetSimulation;
import io.github.gdxagents.training.config.PpoConfig.Aggregation;
import io.github.gdxagents.training.config.MemoryConfig;
import io.github.gdxagents.training.config.MemoryKind;
import io.github.gdxagents.training.config.Schedule;
import io.github.gdxagents.training.config.Trunk;
import io.github.gdxagents.training.rollout.TestNetworks;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every objective and option learns small games with a known best return. */
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

    private static Map<String, UnaryOperator<TestPpo>> variants() {
        Map<String, UnaryOperator<TestPpo>> variants = new LinkedHashMap<>();
        variants.put("clip-higher", ppo -> ppo.clipRange(Schedule.constant(0.2), Schedule.constant(0.28)));
        variants.put("clip, dual clip", ppo -> ppo.objective("clip", "dualClip", 3));
        variants.put("kl-penalty", ppo -> ppo.objective("kl-penalty", "klCoefficient", 0.3));
        variants.put("kl-penalty, adaptive", ppo -> ppo.objective("kl-penalty", "klTarget", 0.02));
        variants.put("trust-region", ppo -> ppo.objective("trust-region"));
        variants.put("trust-region, wide", ppo -> ppo.objective("trust-region", "maxKl", 0.03));
        return variants;
    }

    static Stream<Arguments> combinations() {
        return variants().entrySet().stream()
                .flatMap(variant -> Stream.of(CORRIDOR, TARGET, CHOICE)
                        .map(game -> Arguments.of(variant.getKey(), game, variant.getValue())));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("combinations")
    void everyObjectiveLearnsEveryKindOfAction(String name, Game game, UnaryOperator<TestPpo> variant) {
        Training training = Training.of(
                game.factory, 1, variant.apply(TestPpo.of(game.steps)).build());
        assertThat(training.meanReturn()).isGreaterThan(game.passing);
    }

    /** It uses each decision once: it gets three times the steps of the others and smaller minibatches. */
    @ParameterizedTest
    @MethodSource("games")
    void thePolicyGradientLearnsToo(Game game) {
        Training training = Training.of(
                game.factory,
                1,
                TestPpo.of(3 * game.steps)
                        .objective("policy-gradient")
                        .updates(8, 64)
                        .learningRate(1e-3)
                        .build());
        assertThat(training.last().get(Metric.UPDATES)).isEqualTo(8); // 512 decisions once, not 8 times
        assertThat(Training.play(game.factory, training.policy())).isGreaterThan(game.passing);
    }

    static Stream<Game> games() {
        return Stream.of(CORRIDOR, TARGET, CHOICE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kl-penalty", "trust-region"})
    void hybridActionsOfTwoBehaviorsAreLearned(String objective) {
        try (Trainer trainer = new Trainer(
                TestConfigs.with(
                        1,
                        TestConfigs.small(1, 2, 1).rollout(),
                        TestPpo.of(300_000).objective(objective).build(),
                        TestConfigs.normalization(false, false)),
                new SkirmishFactory())) {
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
                TestPpo.of(30_000).objective("test-objective", "sharpness", 5).build());
        assertThat(training.meanReturn()).isGreaterThan(CORRIDOR.passing);
    }

    @Test
    void aggregationByEpisodeLearns() {
        Training training = Training.of(
                CORRIDOR.factory,
                1,
                TestPpo.of(30_000).aggregation(Aggregation.EPISODE).build());
        assertThat(training.meanReturn()).isGreaterThan(CORRIDOR.passing);
    }

    @Test
    void aSharedTrunkWithSiluLearns() {
        Training training = Training.of(
                TARGET.factory,
                1,
                TestPpo.of(60_000).build(),
                TestNetworks.config(
                        new int[] {32, 32}, Activation.SILU, Trunk.SHARED, new MemoryConfig(MemoryKind.NONE, 1, 1)));
        assertThat(training.meanReturn()).isGreaterThan(TARGET.passing);
    }

    /** 512 decisions in minibatches of 128, 8 epochs: 32 updates if nothing stops them. */
    @Test
    void theTargetDivergenceStopsTheEpochs() {
        Training free = Training.of(
                TARGET.factory, 1, TestPpo.of(30_000).learningRate(4e-3).build());
        Training stopped = Training.of(
                TARGET.factory,
                1,
                TestPpo.of(30_000).learningRate(4e-3).targetKl(0.02).build());
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
                TestPpo.of(60_000).objective("kl-penalty", "klTarget", 0.01).build());
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
        Training training = Training.of(
                TARGET.factory,
                seed,
                TestPpo.of(60_000).learningRateTargetKl(0.01).build());
        assertThat(training.median(Metric.KL, 20)).isBetween(0.005, 0.02);
        assertThat(training.largest(Metric.LEARNING_RATE)).isGreaterThan(2e-3);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.003, 0.01, 0.03})
    void noIterationLeavesTheTrustRegion(double maxKl) {
        Training training = Training.of(
                TARGET.factory,
                3,
                TestPpo.of(20_000).objective("trust-region", "maxKl", maxKl).build());
        assertThat(training.largest(Metric.KL)).isLessThan(maxKl * 1.001);
        assertThat(training.median(Metric.KL, 0)).isGreaterThan(0.3 * maxKl);
    }
}
