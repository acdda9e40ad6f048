package io.github.gdxagents.training.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.network.ForwardPass;
import io.github.gdxagents.testgame.CorridorSimulation;
import io.github.gdxagents.testgame.SkirmishFactory;
import io.github.gdxagents.testgame.TargetSimulation;
import io.github.gdxagents.testgame.TimeLimitSimulation;
import io.github.gdxagents.training.config.NormalizationConfig;
import io.github.gdxagents.training.config.NormalizationConfig.AdvantageNormalization;
import io.github.gdxagents.training.config.PpoConfig.Aggregation;
import io.github.gdxagents.training.config.RolloutConfig;
import io.github.gdxagents.training.config.Schedule;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.metrics.IterationReport;
import io.github.gdxagents.training.metrics.Metric;
import io.github.gdxagents.training.network.ActorCritic;
import io.github.gdxagents.training.rollout.TestNetworks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class TrainerSettingsTest {
    private static Map<Metric, Double> only(IterationReport report) {
        return report.metrics().values().iterator().next();
    }

    @Test
    void schedulesGoFromStartToEndOverTheSteps() {
        TrainingConfig config = TrainingConfig.builder("test")
                .rollout(new RolloutConfig(4, 50, 1))
                .ppo(ppo -> ppo.totalSteps(1000)
                        .epochs(1)
                        .minibatchSize(64)
                        .learningRate(new Schedule.Linear(1e-3, 0))
                        .clipRangeLower(new Schedule.Linear(0.3, 0.1))
                        .clipRangeUpper(new Schedule.Linear(0.4, 0.2))
                        .entropyCoefficient(new Schedule.Linear(0.02, 0.01)))
                .build();
        try (Trainer trainer = new Trainer(config, new CorridorSimulation.Factory())) {
            for (int i = 0; i < 5; i++) {
                assertThat(trainer.isFinished()).isFalse();
                Map<Metric, Double> metrics = only(trainer.iterate());
                double progress = 0.2 * i; // 200 of 1000 steps an iteration
                assertThat(metrics.get(Metric.LEARNING_RATE)).isCloseTo(1e-3 * (1 - progress), within(1e-12));
                assertThat(metrics.get(Metric.CLIP_RANGE_LOWER)).isCloseTo(0.3 - 0.2 * progress, within(1e-12));
                assertThat(metrics.get(Metric.CLIP_RANGE_UPPER)).isCloseTo(0.4 - 0.2 * progress, within(1e-12));
                assertThat(metrics.get(Metric.ENTROPY_COEFFICIENT)).isCloseTo(0.02 - 0.01 * progress, within(1e-12));
            }
            assertThat(trainer.isFinished()).isTrue();
            assertThat(trainer.steps()).isEqualTo(1000);
            // at the end of its schedule the learning rate is 0 and stays there
            float[] before = trainer.state().learners().get(0).parameters();
            assertThat(only(trainer.iterate()).get(Metric.LEARNING_RATE)).isZero();
            assertThat(trainer.state().learners().get(0).parameters()).containsExactly(before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ITERATION, false, false, 0",
        "NONE, false, false, 0",
        "MINIBATCH, true, false, 0",
        "MINIBATCH, false, true, 0",
        "ITERATION, true, true, 0.2"
    })
    void everyKindOfNormalizationTrains(
            AdvantageNormalization advantages, boolean observations, boolean rewards, double valueClipRange) {
        TrainingConfig config = TrainingConfig.builder("test")
                .seed(3)
                .ppo(ppo -> ppo.totalSteps(30_000).valueClipRange(valueClipRange))
                .normalization(new NormalizationConfig(observations, rewards, advantages))
                .build();
        try (Trainer trainer = new Trainer(config, new CorridorSimulation.Factory())) {
            IterationReport report = trainer.iterate();
            while (!trainer.isFinished()) {
                report = trainer.iterate();
            }
            assertThat(only(report).get(Metric.EPISODE_RETURN_MEAN)).isGreaterThan(0.95 * CorridorSimulation.OPTIMUM);
        }
    }

    /** What a game shows in pixels, 0 to 800, is learned from like what another shows in shares, from the first iteration on. */
    @Test
    void theFirstRolloutIsNormalizedByItself() {
        List<Double> losses = new ArrayList<>();
        for (float unit : new float[] {1, 800}) {
            TrainingConfig config = Training.singleUpdate(0.2).build();
            try (Trainer trainer =
                    new Trainer(config, ReobservedSimulation.inUnits(new TimeLimitSimulation.Factory(), unit))) {
                Map<Metric, Double> first = only(trainer.iterate());
                assertThat(first.get(Metric.MAX_RATIO)).isCloseTo(1, within(1e-4));
                losses.add(first.get(Metric.VALUE_LOSS));
                double[] moments = trainer.state().learners().get(0).observationMoments();
                assertThat(moments[0]).as("each observation counts once").isEqualTo(trainer.steps());
                trainer.iterate();
                assertThat(trainer.state().learners().get(0).observationMoments()[0])
                        .isEqualTo(trainer.steps());
            }
        }
        assertThat(losses.get(1)).isCloseTo(losses.get(0), within(1e-5 * losses.get(0)));
    }

    /**
     * Guards decide at every second step, so that some of their decisions go on into the next iteration. What the policy moved in the
     * first is not the second's, in which nothing moves.
     */
    @Test
    void decisionsOfEarlierIterationsAreSeenWithThePolicyBeforeTheUpdate() {
        TrainingConfig config = TrainingConfig.builder("test")
                .seed(2)
                .rollout(new RolloutConfig(16, 15, 1))
                .ppo(ppo -> ppo.totalSteps(100_000)
                        .epochs(4)
                        .minibatchSize(64)
                        .targetKl(0.0001)
                        .learningRate(
                                new Schedule.Piecewise(List.of(new Schedule.Point(0, 0.01), new Schedule.Point(1, 0)))))
                .build();
        try (Trainer trainer = new Trainer(config, new SkirmishFactory())) {
            Map<Metric, Double> first = trainer.iterate().metrics().get("guard");
            assertThat(first.get(Metric.KL))
                    .as("else nothing could be counted twice")
                    .isGreaterThan(1e-3);
            for (int iteration = 2; iteration <= 4; iteration++) {
                trainer.iterate().metrics().forEach((behavior, metrics) -> {
                    assertThat(metrics.get(Metric.KL)).as(behavior).isCloseTo(0, within(1e-6));
                    assertThat(metrics.get(Metric.MAX_RATIO)).as(behavior).isCloseTo(1, within(1e-4));
                    assertThat(metrics.get(Metric.UPDATES))
                            .as("no epoch ends early")
                            .isGreaterThan(3);
                });
            }
        }
    }

    /** Before the first update the policy loss is the negative mean advantage, as all ratios are 1. */
    @Test
    void advantagesHaveMeanZeroWhereTheyAreNormalized() {
        Map<Metric, Double> minibatch = first(AdvantageNormalization.MINIBATCH);
        Map<Metric, Double> iteration = first(AdvantageNormalization.ITERATION);
        Map<Metric, Double> none = first(AdvantageNormalization.NONE);
        assertThat(minibatch.get(Metric.POLICY_LOSS)).isCloseTo(0, within(1e-5));
        assertThat(iteration.get(Metric.POLICY_LOSS)).isCloseTo(0, within(1e-5));
        assertThat(Math.abs(none.get(Metric.POLICY_LOSS))).isGreaterThan(0.05);
        // a single minibatch is the iteration
        double norm = minibatch.get(Metric.GRADIENT_NORM);
        assertThat(iteration.get(Metric.GRADIENT_NORM)).isCloseTo(norm, within(1e-4 * norm));
    }

    private static Map<Metric, Double> first(AdvantageNormalization advantages) {
        TrainingConfig config = Training.singleUpdate(0.2)
                .normalization(normalization -> normalization
                        .advantages(advantages)
                        .observations(false)) // else the first rollout's decisions don't all count the same
                .build();
        try (Trainer trainer = new Trainer(config, new TargetSimulation.Factory())) {
            return only(trainer.iterate());
        }
    }

    /**
     * Before the first update all ratios are 1 and, without discount and values, advantages are rewards: -5 in one episode, 1 and 1 in
     * another. By step the mean is (-5 + 1 + 1) / 3 = -1, by episode (-5 + (1 + 1) / 2) / 2 = -2; the loss is its negative.
     */
    @ParameterizedTest
    @CsvSource({"STEP, 1", "EPISODE, 2"})
    void theConfiguredAggregationIsThatOfTheLoss(Aggregation aggregation, double expected) {
        TrainingConfig config = TrainingConfig.builder("test")
                .rollout(new RolloutConfig(2, 4, 1))
                .ppo(ppo -> ppo.totalSteps(1000)
                        .epochs(1)
                        .minibatchSize(1000)
                        .discount(0)
                        .gaeLambda(0)
                        .aggregation(aggregation))
                .normalization(normalization -> normalization.advantages(AdvantageNormalization.NONE))
                .build();
        try (Trainer trainer = new Trainer(config, settings -> new UnevenSimulation())) {
            IterationReport report = trainer.iterate();
            assertThat(report.steps()).isEqualTo(6);
            assertThat(only(report).get(Metric.POLICY_LOSS)).isCloseTo(expected, within(1e-5));
        }
    }

    /** Seen as terminations, ends after 10 steps would teach (1 - 0.9^10) / (1 - 0.9) = 6.5 at the start and less later. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void aStepLimitIsNoEndForTheValue(long seed) {
        TrainingConfig config = TrainingConfig.builder("test")
                .seed(seed)
                .ppo(ppo -> ppo.totalSteps(40_000).discount(0.9))
                .build();
        try (Trainer trainer = new Trainer(config, new TimeLimitSimulation.Factory())) {
            while (!trainer.isFinished()) {
                trainer.iterate();
            }
            ActorCritic networks = TestNetworks.feedForward(
                    trainer.policies().get(0).behavior(),
                    new int[] {32, 32},
                    config.network().activation());
            networks.setParameters(trainer.state().learners().get(0).parameters());
            ForwardPass critic = new ForwardPass(networks.critic(), 1);
            for (float noise = -0.9f; noise < 1; noise += 0.3f) {
                float value = critic.run(new float[][] {{noise}}, 1)[0][0];
                assertThat((double) value).isCloseTo(TimeLimitSimulation.value(0.9), within(0.3));
            }
        }
    }

    /**
     * Without rewards the advantages are the noise of the value function; normalized, they push the policy about as hard as real ones.
     * At the published learning rate and entropy coefficient that is a random walk which the entropy's weight holds.
     */
    @ParameterizedTest
    @CsvSource({"MINIBATCH, 0.01, 1", "MINIBATCH, 0.01, 2", "NONE, 0.001, 1"})
    void withoutRewardsThePolicyStaysRandom(AdvantageNormalization advantages, double entropyCoefficient, long seed) {
        TrainingConfig config = TrainingConfig.builder("test")
                .seed(seed)
                .rollout(rollout -> rollout.horizon(64))
                .ppo(ppo -> ppo.totalSteps(40_000)
                        .epochs(4)
                        .minibatchSize(64)
                        .discount(0.999)
                        .gaeLambda(0.98)
                        .learningRate(3e-4)
                        .entropyCoefficient(entropyCoefficient))
                .normalization(normalization -> normalization.advantages(advantages))
                .build();
        try (Trainer trainer = new Trainer(config, settings -> new UnrewardedSimulation())) {
            Map<Metric, Double> first = only(trainer.iterate());
            Map<Metric, Double> last = first;
            while (!trainer.isFinished()) {
                last = only(trainer.iterate());
            }
            assertThat(last.get(Metric.ENTROPY)).isGreaterThan(first.get(Metric.ENTROPY) - 0.15);
            assertThat(last.get(Metric.STANDARD_DEVIATION)).isGreaterThan(0.9 * first.get(Metric.STANDARD_DEVIATION));
        }
    }
}
