package io.github.gdxagents.training.ppo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MinibatchInputTest {
    private static final float[] COEFFICIENTS = {0.5f};
    /** Three sequences of two steps: what each counts in the objective, then in the value function's loss. */
    private static final MinibatchInput THREE = new MinibatchInput(
            new int[] {7, 4, 9}, new float[] {1, 2, 3, 4, 5, 6, 10, 20, 30, 40, 50, 60}, COEFFICIENTS);

    @Test
    void aShardHasTheWeightsOfItsSequences() {
        List<MinibatchInput> shards = THREE.shards(2);
        assertThat(shards).hasSize(2);
        assertThat(shards.get(0).sequences()).containsExactly(7);
        assertThat(shards.get(0).weights()).containsExactly(1, 2, 10, 20);
        assertThat(shards.get(1).sequences()).containsExactly(4, 9);
        assertThat(shards.get(1).weights()).containsExactly(3, 4, 5, 6, 30, 40, 50, 60);
        assertThat(shards).allSatisfy(shard -> assertThat(shard.coefficients()).isSameAs(COEFFICIENTS));
    }

    @Test
    void aSingleShardIsTheWholeWithoutACopy() {
        assertThat(THREE.shards(1)).hasSize(1).first().isSameAs(THREE);
    }

    @Test
    void thereAreNoMoreShardsThanSequences() {
        assertThat(THREE.shards(5)).extracting(shard -> shard.sequences()[0]).containsExactly(7, 4, 9);
    }
}
