package io.github.gdxagents.training.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.training.config.MemoryConfig;
import io.github.gdxagents.training.config.MemoryKind;
import io.github.gdxagents.training.config.Trunk;
import io.github.gdxagents.training.rollout.ActorCritic;
import io.github.gdxagents.training.rollout.TestNetworks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearnerTest {
    private static final MemoryConfig NO_MEMORY = new MemoryConfig(MemoryKind.NONE, 1, 1);

    private static ActorCritic networks(MemoryConfig memory) {
        return RandomBehaviors.randomize(
                TestNetworks.of(
                        RandomBehaviors.behavior(3, 1, 1, RandomStream.of(1)),
                        new int[] {4},
                        Activation.TANH,
                        Trunk.SEPARATE,
                        memory),
                RandomStream.of(2));
    }

    private static LossBatch.Given given(int i) {
        return new LossBatch.Given(1 + 0.1 * i, i - 2.5, 0.1, i, false);
    }

    /** Four sequences with 3, 1, 2 and 1 decisions, each filled up to 3: parts of as many sequences differ in what they count. */
    private static LossBatch sequences(ActorCritic networks) {
        LossBatch batch = new LossBatch(networks, false, 5);
        batch.add(given(0), given(1), given(2));
        batch.add(given(3));
        batch.add(given(4), given(5));
        batch.add(given(6));
        return batch;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 9, 12})
    void howFarThePolicyMovedIsTheMeanOfAllDecisionsHoweverManyAreMeasuredAtOnce(int stepsAtOnce) {
        ActorCritic networks = networks(new MemoryConfig(MemoryKind.GRU, 2, 3));
        LossBatch batch = sequences(networks);
        TestSettings settings = TestSettings.clip();
        ReferenceLoss reference = new ReferenceLoss(networks, batch.sequences(), settings.learner(), settings.update());
        double[] parameters = ReferenceNetwork.doubles(networks.parameters());
        try (Learner learner = new Learner(networks, settings.learner(), Computing.onCpu())) {
            learner.upload(batch.samples());
            Movement movement = learner.movement(settings.update(), stepsAtOnce);
            assertThat(movement.kl()).isCloseTo(reference.kl(parameters), within(1e-5));
            assertThat(movement.entropy()).isCloseTo(reference.entropy(parameters), within(1e-5));
        }
    }

    private static LossBatch steps(ActorCritic networks, double lastAdvantage) {
        return LossBatch.random(
                        networks,
                        new double[] {1, 1, 1, 1},
                        new double[] {1, -2, 0.5, lastAdvantage},
                        new double[] {0.1, 0.2, 0.3, 0.4},
                        3)
                .asOldPolicy();
    }

    private static LearnerReport learn(TestSettings settings, double lastAdvantage) {
        ActorCritic networks = networks(NO_MEMORY);
        try (Learner learner = new Learner(networks, settings.learner(), Computing.onCpu())) {
            return learner.learn(steps(networks, lastAdvantage).samples(), 2, 2, settings.update(), RandomStream.of(1));
        }
    }

    @Test
    void howMuchOfTheStepInATrustRegionWasTakenIsReported() {
        TestSettings settings = TestSettings.of(new TrustRegionObjective()).option("maxKl", 1e-3);
        LearnerReport taken = learn(settings, 1.5);
        assertThat(taken.trustRegionStep()).isGreaterThan(0.3).isLessThanOrEqualTo(1);
        assertThat(taken.movement().kl()).isPositive().isLessThanOrEqualTo(1e-3);
        assertThat(taken.applied()).isEqualTo(4); // the value function, 2 epochs of 2

        // without damping the model of the KL is so far off at this distance that a single try does not keep the bound
        settings.option("maxKl", 5).option("damping", 0).option("backtracks", 0);
        LearnerReport refused = learn(settings, 1.5);
        assertThat(refused.trustRegionStep()).isZero();
        assertThat(refused.movement().kl()).isCloseTo(0, within(1e-6));

        assertThat(learn(TestSettings.clip(), 1.5).trustRegionStep()).isNaN();
    }

    @Test
    void numbersThatAreNotFiniteInATrustRegionStopTheLearningAndNameTheBehavior() {
        assertThatThrownBy(() -> learn(TestSettings.of(new TrustRegionObjective()), Double.NaN))
                .isInstanceOf(TrainingFault.class)
                .hasMessage("behavior 'random', trust region: the policy's loss is NaN, expected a finite number");
    }
}
