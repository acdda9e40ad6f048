package io.github.gdxagents.training.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SharesTest {
    private static Shares shares(double collection, double simulationShare, double learning) {
        return Shares.of(new CollectionCost(collection, simulationShare), learning);
    }

    /** 8 µs for a decision, three quarters of them the game's, and 2 µs to learn from it. */
    @Test
    void sharesAreThoseOfTheWhole() {
        Shares shares = shares(8e-6, 0.75, 2e-6);

        assertThat(shares.simulation()).isCloseTo(0.6, within(1e-12));
        assertThat(shares.inference()).isCloseTo(0.2, within(1e-12));
        assertThat(shares.learning()).isCloseTo(0.2, within(1e-12));
        assertThat(shares.largest()).isEqualTo(shares.simulation());
    }

    @Test
    void theLargestShareIsTheLimit() {
        assertThat(shares(8, 0.75, 2).limit(true)).isEqualTo(Limit.SIMULATION);
        assertThat(shares(8, 0.25, 2).limit(true)).isEqualTo(Limit.INFERENCE);
        assertThat(shares(8, 0.5, 5).limit(false)).isEqualTo(Limit.LEARNING_ON_CPU);
        assertThat(shares(8, 0.5, 5).limit(true)).isEqualTo(Limit.LEARNING_ON_GPU);
    }
}
