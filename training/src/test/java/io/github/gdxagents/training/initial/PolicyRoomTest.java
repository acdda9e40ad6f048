package io.github.gdxagents.training.initial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.training.config.ConfigException;
import io.github.gdxagents.training.config.NetworkConfig;
import io.github.gdxagents.training.config.TrainingConfig;
import java.util.List;
import org.junit.jupiter.api.Test;

/** It would take a minute to fill such networks with numbers: the shape alone tells. */
final class PolicyRoomTest {
    @Test
    void aPolicyThatNoFileHoldsIsRefusedBeforeItIsMade() {
        List<BehaviorSpec> behaviors = List.of(watching("narrow", 10), watching("wide", 100));
        PolicyRoom.require(
                behaviors, network(256)); // (20,000 + 1) * 256 + 257 + a deviation, and golden samples: 21 MB
        // 20,001 * 512 + 513, and the convolutions, which make 25 x 25 x 32 of the map: (9 * 2 + 1) * 16 + (9 * 16 + 1)
        // * 32
        assertThat(network(512).parameterCount(20_000, 1)).isEqualTo(10_241_025);
        assertThatThrownBy(() -> PolicyRoom.require(behaviors, network(512)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("network.hidden: must be smaller for behavior 'wide': with 20000 observed values")
                .hasMessageContaining("has 10245969 parameters")
                .hasMessageContaining("more than the 33554432 of the largest policy file")
                .hasMessageNotContaining("narrow");
    }

    private static BehaviorSpec watching(String name, int side) {
        return BehaviorSpec.builder(name)
                .observation(ObservationSpec.builder()
                        .grid("map", side, side, "wall", "food")
                        .build())
                .action(ActionSpec.builder().continuous("push").build())
                .build();
    }

    private static NetworkConfig network(int width) {
        return TrainingConfig.builder("lander")
                .network(network -> network.hidden(List.of(width)))
                .build()
                .network();
    }
}
