package io.github.gdxagents.training.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.policy.Activation;
import io.github.gdxagents.policy.DenseLayer;
import io.github.gdxagents.policy.Network;
import org.junit.jupiter.api.Test;

class ActorCriticTest {
    // 2 observations, 3 hidden; 1 mean and 3 logits: actor 2*3+3 + 3*4+4 = 25, critic 9 + 3*1+1 = 13, and 1 log
    // deviation
    private final ActorCritic networks =
            new ActorCritic(ScriptedSimulation.behavior("walker", 1, 0), new int[] {3}, Activation.RELU);

    private static float[] counting(int length) {
        float[] flat = new float[length];
        for (int i = 0; i < length; i++) {
            flat[i] = i;
        }
        return flat;
    }

    private static DenseLayer dense(Network network, int layer) {
        return (DenseLayer) network.layers().get(layer);
    }

    @Test
    void theFlatArrayIsActorThenCriticThenLogStandardDeviations() {
        assertThat(networks.parameterCount()).isEqualTo(39);
        networks.setParameters(counting(39));
        assertThat(dense(networks.actor(), 0).weight(1, 0)).isEqualTo(3); // [in][out]: 1 * 3 + 0
        assertThat(dense(networks.actor(), 1).bias(3)).isEqualTo(24);
        assertThat(dense(networks.critic(), 0).weight(0, 0)).isEqualTo(25);
        assertThat(dense(networks.critic(), 1).bias(0)).isEqualTo(37);
        assertThat(networks.logStandardDeviation()).containsExactly(38);
        assertThat(networks.parameters()).containsExactly(counting(39));
    }

    @Test
    void aCopySharesNothing() {
        networks.setParameters(counting(39));
        ActorCritic copy = networks.copy();
        networks.setParameters(new float[39]);
        assertThat(copy.parameters()).containsExactly(counting(39));
    }

    @Test
    void parametersOfOtherNetworksAreRefused() {
        assertThatThrownBy(() -> networks.setParameters(new float[40]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("behavior 'walker' (hidden layers [3]) have 39 parameters, but 40 were given");
    }
}
