package io.github.gdxagents.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.network.Activation;
import io.github.gdxagents.network.DenseLayer;
import io.github.gdxagents.network.Network;
import io.github.gdxagents.training.config.MemoryConfig;
import io.github.gdxagents.training.config.MemoryKind;
import io.github.gdxagents.training.config.NetworkConfig;
import io.github.gdxagents.training.config.Trunk;
import io.github.gdxagents.training.rollout.ScriptedSimulation;
import io.github.gdxagents.training.rollout.TestNetworks;
import org.junit.jupiter.api.Test;

class ActorCriticTest {
    private static final MemoryConfig GRU = new MemoryConfig(MemoryKind.GRU, 5, 4);
    private static final MemoryConfig LSTM = new MemoryConfig(MemoryKind.LSTM, 5, 4);

    // 2 observations, 3 hidden; 1 mean and 3 logits: actor 2*3+3 + 3*4+4 = 25, critic 9 + 3*1+1 = 13, and 1 log
    // deviation
    private final ActorCritic networks =
            TestNetworks.feedForward(ScriptedSimulation.behavior("walker", 1, 0), new int[] {3}, Activation.RELU);

    private static ActorCritic of(int[] hidden, Trunk trunk, MemoryConfig memory) {
        return TestNetworks.of(ScriptedSimulation.behavior("walker", 1, 0), hidden, Activation.RELU, trunk, memory);
    }

    private static float[] counting(int length) {
        float[] flat = new float[length];
        for (int i = 0; i < length; i++) {
            flat[i] = i;
        }
        return flat;
    }

    private static DenseLayer layer(Network network, int index) {
        return (DenseLayer) network.layers().get(index);
    }

    @Test
    void theFlatArrayIsActorThenCriticThenLogStandardDeviations() {
        assertThat(networks.parameterCount()).isEqualTo(39);
        networks.setParameters(counting(39));
        assertThat(layer(networks.actor(), 0).weight(1, 0)).isEqualTo(3); // [in][out]: 1 * 3 + 0
        assertThat(layer(networks.actor(), 1).bias(3)).isEqualTo(24);
        assertThat(layer(networks.critic(), 0).weight(0, 0)).isEqualTo(25);
        assertThat(layer(networks.critic(), 1).bias(0)).isEqualTo(37);
        assertThat(networks.logStandardDeviation()).containsExactly(38);
        assertThat(networks.parameters()).containsExactly(counting(39));
    }

    @Test
    void parametersAreCountedAsLayersHaveThem() {
        for (MemoryKind kind : MemoryKind.values()) {
            ActorCritic made = of(new int[] {3, 7}, Trunk.SEPARATE, new MemoryConfig(kind, 5, 4));
            NetworkConfig config = TestNetworks.config(
                    new int[] {3, 7}, Activation.RELU, Trunk.SEPARATE, new MemoryConfig(kind, 5, 4));
            assertThat(config.parameterCount(2, 4))
                    .as(kind.toString())
                    .isEqualTo(made.actor().parameterCount());
        }
    }

    @Test
    void aSharedTrunkIsThereOnce() {
        ActorCritic shared = of(new int[] {3}, Trunk.SHARED, new MemoryConfig(MemoryKind.NONE, 1, 1));
        // trunk 9, policy head 16, value head 4, deviation 1
        assertThat(shared.parameterCount()).isEqualTo(30);
        shared.setParameters(counting(30));
        assertThat(shared.isShared()).isTrue();
        assertThat(shared.critic().layers().get(0))
                .isSameAs(shared.actor().layers().get(0));
        assertThat(layer(shared.actor(), 1).bias(3)).isEqualTo(24);
        assertThat(layer(shared.critic(), 1).bias(0)).isEqualTo(28);
        assertThat(shared.parameters()).containsExactly(counting(30));
    }

    @Test
    void withoutLayersBeforeTheHeadsThereIsNothingToShare() {
        ActorCritic linear = of(new int[0], Trunk.SHARED, new MemoryConfig(MemoryKind.NONE, 1, 1));
        assertThat(linear.isShared()).isFalse();
        assertThatThrownBy(linear::trunk).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void separateMemoriesCountTwiceAndASharedOneOnce() {
        assertThat(networks.memorySize()).isZero();
        assertThat(networks.sequences()).isEqualTo(Sequences.NONE);
        assertThat(of(new int[] {3}, Trunk.SEPARATE, GRU).memorySize()).isEqualTo(10);
        assertThat(of(new int[] {3}, Trunk.SHARED, GRU).memorySize()).isEqualTo(5);
        assertThat(of(new int[0], Trunk.SEPARATE, LSTM).memorySize()).isEqualTo(20);
        assertThat(of(new int[0], Trunk.SHARED, LSTM).sequences()).isEqualTo(new Sequences(4, 10));
    }

    @Test
    void aCopySharesNothing() {
        for (Trunk trunk : Trunk.values()) {
            ActorCritic original = of(new int[] {3}, trunk, GRU);
            float[] numbers = counting(original.parameterCount());
            original.setParameters(numbers);
            ActorCritic copy = original.copy();
            original.setParameters(new float[numbers.length]);
            assertThat(copy.parameters()).containsExactly(numbers);
            assertThat(copy.isShared()).isEqualTo(original.isShared());
        }
    }

    @Test
    void parametersOfOtherNetworksAreRefused() {
        assertThatThrownBy(() -> networks.setParameters(new float[40]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("behavior 'walker'")
                .hasMessageContaining("have 39 parameters, but 40 were given");
    }
}
