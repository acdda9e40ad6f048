package io.github.gdxagents.training.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.network.ObservationNormalizer;
import io.github.gdxagents.policy.PolicyModel;
import io.github.gdxagents.training.config.EncoderConfig;
import io.github.gdxagents.training.config.MemoryConfig;
import io.github.gdxagents.training.config.MemoryKind;
import io.github.gdxagents.training.config.Trunk;
import io.github.gdxagents.training.network.ActorCritic;
import org.junit.jupiter.api.Test;

class ObservationMomentsTest {
    private static final int[] THREE = {0, 1, 2};

    private static BehaviorSpec behavior(ObservationSpec observation) {
        return BehaviorSpec.builder("b")
                .observation(observation)
                .action(ActionSpec.builder().continuous("c").build())
                .build();
    }

    private static ObservationMoments moments(ObservationSpec observation) {
        return new ObservationMoments(TestNetworks.feedForward(behavior(observation), new int[] {2}, Activation.TANH));
    }

    /** A plain value 1, 2, 6; a set of x: nothing, then 4, then 8 and 12, the other numbers being those of absent entries. */
    @Test
    void entriesOfASetHaveOneMeanOfThoseThatArePresent() {
        ObservationMoments moments =
                moments(ObservationSpec.builder().add("a").set("foes", 2, "x").build());
        moments.add(new float[] {1, 0, 0, 0, 2, 1, 4, 0, 6, 2, 8, 12}, THREE);
        ObservationNormalizer normalizer = moments.normalizer();
        assertThat(normalizer.mean()).containsExactly(3, 1, 8, 8);
        float scale = (float) (1 / Math.sqrt(32 / 3.0)); // of 4, 8 and 12
        assertThat(normalizer.scale()[2]).isCloseTo(scale, within(1e-6f));
        assertThat(normalizer.scale()[3]).isEqualTo(normalizer.scale()[2]);
        float[] seen = new float[4];
        normalizer.apply(new float[] {3, 2, 8, 12}, seen);
        assertThat(seen).containsExactly(new float[] {0, 2, 0, 4 * scale}, within(1e-6f));
    }

    @Test
    void cellsOfAGridHaveOneMeanForEachChannel() {
        ObservationMoments moments =
                moments(ObservationSpec.builder().grid("map", 1, 2, "a", "b").build());
        moments.add(new float[] {1, 10, 3, 10, 5, 10, 7, 40}, new int[] {0, 1});
        assertThat(moments.normalizer().mean()).containsExactly(4, 17.5f, 4, 17.5f);
        assertThat(moments.normalizer().scale()[2]).isCloseTo((float) (1 / Math.sqrt(5)), within(1e-6f));
    }

    @Test
    void withoutAnEncoderEachValueHasItsOwn() {
        BehaviorSpec behavior =
                behavior(ObservationSpec.builder().set("foes", 2, "x").build());
        ObservationMoments flat = new ObservationMoments(TestNetworks.withoutEncoder(behavior));
        flat.add(new float[] {0, 0, 0, 1, 4, 0, 2, 8, 12}, THREE);
        assertThat(flat.normalizer().mean()).containsExactly(1, 4, 4);
        assertThat(flat.normalizer().leavesCounts()).isFalse();
    }

    /** Whatever is encoded, a policy can be made of networks and normalizer. */
    @Test
    void countsAreLeftWhereAnEncoderNeedsThem() {
        BehaviorSpec behavior = behavior(ObservationSpec.builder()
                .add("a")
                .grid("map", 2, 2, "wall")
                .set("foes", 2, "x")
                .build());
        for (EncoderConfig encoder : TestNetworks.ENCODERS) {
            ActorCritic networks = new ActorCritic(
                    behavior,
                    TestNetworks.config(
                            encoder,
                            new int[] {2},
                            Activation.TANH,
                            Trunk.SEPARATE,
                            new MemoryConfig(MemoryKind.NONE, 1, 1)));
            ObservationMoments moments = new ObservationMoments(networks);
            moments.add(new float[] {1, 0, 1, 0, 1, 1, 4, 0, 6, 1, 1, 1, 1, 2, 8, 12}, new int[] {0, 1});
            assertThat(moments.normalizer().leavesCounts()).isEqualTo(encoder.setSize() > 0);
            assertThat(PolicyModel.builder(behavior, networks.actor())
                            .normalizer(moments.normalizer())
                            .logStandardDeviation(new float[1])
                            .goldenSamples(8, RandomStream.of(1))
                            .build()
                            .goldenSamples())
                    .hasSize(8);
        }
    }

    @Test
    void goesOnFromWhatWasSaved() {
        ObservationSpec observation =
                ObservationSpec.builder().set("foes", 2, "x").build();
        ObservationMoments whole = moments(observation);
        ObservationMoments first = moments(observation);
        float[] data = {0, 0, 0, 1, 4, 0, 2, 8, 12};
        whole.add(data, THREE);
        whole.add(data, new int[] {1});
        first.add(data, THREE);
        ObservationMoments second = moments(observation);
        assertThat(second.isEmpty()).isTrue();
        second.restore(first.save());
        second.add(data, new int[] {1});
        assertThat(second.save()).containsExactly(whole.save());
        assertThat(second.normalizer().mean())
                .containsExactly(whole.normalizer().mean());
    }
}
