package io.github.gdxagents.training.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.training.config.MemoryConfig;
import io.github.gdxagents.training.config.MemoryKind;
import io.github.gdxagents.training.config.Trunk;
import io.github.gdxagents.training.network.ActorCritic;
import io.github.gdxagents.training.optimizer.TrustRegion;
import io.github.gdxagents.training.rollout.TestNetworks;
import io.github.gdxagents.training.tensor.LearningDevice;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrustRegionGraphTest {
    static Stream<MemoryConfig> memories() {
        return Stream.of(
                new MemoryConfig(MemoryKind.NONE, 1, 1),
                new MemoryConfig(MemoryKind.GRU, 3, 4),
                new MemoryConfig(MemoryKind.LSTM, 2, 4));
    }

    /** At the old policy the Fisher information is the Hessian of the mean KL, which central differences of its gradient give. */
    @ParameterizedTest
    @MethodSource("memories")
    void theFisherProductOfTheGraphIsTheHessianOfTheMeanDivergence(MemoryConfig memory) {
        for (int[] action : new int[][] {{0, 2}, {2, 0}, {1, 1}}) {
            RandomStream random = RandomStream.of(action[0], action[1]);
            ActorCritic networks = RandomBehaviors.randomize(
                    TestNetworks.of(
                            RandomBehaviors.behavior(3, action[0], action[1], random),
                            new int[] {4},
                            Activation.SILU,
                            Trunk.SEPARATE,
                            memory),
                    random);
            LossBatch batch = oldPolicy(networks, memory.kind() == MemoryKind.NONE);
            TestSettings settings = TestSettings.of(new TrustRegionObjective());
            double[] parameters = ReferenceNetwork.doubles(networks.parameters());
            ReferenceLoss reference =
                    new ReferenceLoss(networks, batch.sequences(), settings.learner(), settings.update());
            double[] direction = ReferenceNetwork.doubles(RandomBehaviors.gaussians(parameters.length, 1, random));
            zeroCritic(networks, direction);
            double[] expected = hessianProduct(reference, parameters, direction);
            try (Learner learner = new Learner(networks, settings.learner(), LearningDevice.CPU, 1, 1)) {
                learner.upload(batch.samples());
                TrustRegion.Problem whole = learner.wholeRollout(settings.update());
                double[] actual = whole.fisherProduct(direction);
                double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
                assertThat(largest).isGreaterThan(0.1);
                for (int i = 0; i < expected.length; i++) {
                    assertThat(actual[i])
                            .as("parameter %d of actions %s", i, Arrays.toString(action))
                            .isCloseTo(expected[i], within(2e-3 * largest));
                }
                double[] gradient = whole.gradient();
                double[] expectedGradient = ReferenceLoss.gradient(parameters, reference::surrogate);
                for (int i = 0; i < gradient.length; i++) {
                    assertThat(gradient[i]).isCloseTo(expectedGradient[i], within(1e-5));
                }
            }
        }
    }

    /** Steps whose old policy is the present one. */
    private static LossBatch oldPolicy(ActorCritic networks, boolean single) {
        LossBatch batch = new LossBatch(networks, false, 5);
        for (int i = 0; i < 4; i++) {
            LossBatch.Given step = new LossBatch.Given(1, i - 1.5, 0, i, false);
            if (single) {
                batch.add(step);
            } else {
                batch.add(step, step, new LossBatch.Given(1, 0.5, 0, i, true), step);
            }
        }
        return batch.asOldPolicy();
    }

    private static void zeroCritic(ActorCritic networks, double[] direction) {
        int actor = networks.actor().parameterCount();
        Arrays.fill(direction, actor, actor + networks.critic().parameterCount(), 0);
    }

    private static double[] hessianProduct(ReferenceLoss reference, double[] parameters, double[] direction) {
        double step = 1e-4;
        double[] above = parameters.clone();
        double[] below = parameters.clone();
        for (int i = 0; i < parameters.length; i++) {
            above[i] += step * direction[i];
            below[i] -= step * direction[i];
        }
        double[] product = ReferenceLoss.gradient(above, reference::kl);
        double[] less = ReferenceLoss.gradient(below, reference::kl);
        for (int i = 0; i < product.length; i++) {
            product[i] = (product[i] - less[i]) / (2 * step);
        }
        return product;
    }
}
