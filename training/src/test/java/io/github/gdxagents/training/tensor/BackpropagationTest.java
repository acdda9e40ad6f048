package io.github.gdxagents.training.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.training.config.MemoryConfig;
import io.github.gdxagents.training.config.MemoryKind;
import io.github.gdxagents.training.config.Trunk;
import io.github.gdxagents.training.ppo.RandomBehaviors;
import io.github.gdxagents.training.rollout.ActorCritic;
import io.github.gdxagents.training.rollout.TestNetworks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

final class BackpropagationTest {
    private static final int ROWS = 9;

    private static BehaviorSpec behavior(RandomStream random) {
        return RandomBehaviors.behavior(1 + random.nextInt(5), random.nextInt(3), 1 + random.nextInt(2), random);
    }

    private static List<WeightedSum> loss(
            Ops tf, ActorCriticGraph networks, ActorCriticGraph.Result result, GraphValues graph) {
        RandomStream random = RandomStream.of(7);
        Operand<TFloat32> weights = graph.constant(RandomBehaviors.gaussians(ROWS, 1, random), ROWS);
        List<WeightedSum> loss = new ArrayList<>();
        loss.add(new WeightedSum(tf.sum(tf.math.exp(result.outputs().value()), tf.constant(1)), weights));
        loss.add(new WeightedSum(tf.math.square(result.values()), tf.math.neg(weights)));
        if (networks.deviations() != null) {
            loss.add(new WeightedSum(
                    tf.sum(tf.math.exp(networks.deviations().value()), tf.constant(0)), tf.constant(0.5f)));
        }
        return loss;
    }

    /** One is written here, the other is TensorFlow's. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void itGivesWhatTensorFlowsGradientsDo(int layers) {
        for (int seed = 0; seed < 10; seed++) {
            RandomStream random = RandomStream.of(seed, layers);
            int[] hidden = new int[layers];
            Arrays.setAll(hidden, i -> 1 + random.nextInt(7));
            ActorCritic networks = RandomBehaviors.randomize(
                    TestNetworks.feedForward(behavior(random), hidden, Activation.RELU), random);
            assertThat(Backpropagation.isFor(networks)).isTrue();
            try (GraphValues graph = new GraphValues()) {
                float[] parameters = networks.parameters();
                ActorCriticGraph actorCritic =
                        new ActorCriticGraph(graph.tf, networks, graph.constant(parameters, parameters.length), null);
                int size = networks.behavior().observation().size();
                Operand<TFloat32> observations =
                        graph.constant(RandomBehaviors.gaussians(ROWS * size, 1, random), ROWS, size);
                ActorCriticGraph.Result result = actorCritic.run(new ActorCriticGraph.Steps(observations, null, null));
                List<WeightedSum> loss = loss(graph.tf, actorCritic, result, graph);
                boolean[] all = new boolean[actorCritic.leaves().size()];
                Arrays.fill(all, true);

                float[] actual = graph.of(Backpropagation.gradient(graph.tf, loss, actorCritic, result));
                float[] expected = graph.of(FlatGradient.of(graph.tf, loss, actorCritic.leaves(), all));

                assertThat(actual).hasSameSizeAs(parameters);
                for (int k = 0; k < actual.length; k++) {
                    assertThat(actual[k])
                            .as("seed %d, parameter %d", seed, k)
                            .isCloseTo(expected[k], within(1e-5f * Math.max(1, Math.abs(expected[k]))));
                }
            }
        }
    }

    @Test
    void otherNetworksAreLeftToTensorFlow() {
        BehaviorSpec behavior = behavior(RandomStream.of(1));
        int[] hidden = {4};
        MemoryConfig gru = new MemoryConfig(MemoryKind.GRU, 2, 3);
        assertThat(Backpropagation.isFor(TestNetworks.feedForward(behavior, hidden, Activation.TANH)))
                .isFalse();
        assertThat(Backpropagation.isFor(TestNetworks.feedForward(behavior, hidden, Activation.SILU)))
                .isFalse();
        assertThat(Backpropagation.isFor(TestNetworks.shared(behavior, hidden, Activation.RELU)))
                .isFalse();
        assertThat(Backpropagation.isFor(TestNetworks.of(behavior, hidden, Activation.RELU, Trunk.SEPARATE, gru)))
                .isFalse();
    }
}
