package io.github.gdxagents.games.walker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WalkerLandscapeTest {
    private static final float STEP = 14 / 30f;

    private final WalkerGround ground = new WalkerGround();
    private final WalkerLandscape landscape = new WalkerLandscape(ground);

    @Test
    void theGroundShownIsTheGroundOfThePhysics() {
        ground.setHeight(10, 3);
        ground.setHeight(11, 5);

        assertThat(landscape.height(10 * STEP)).isCloseTo(3, within(1e-4f));
        assertThat(landscape.height(10.75f * STEP)).isCloseTo(4.5f, within(1e-4f));
    }

    @Test
    void besideTheFieldTheGroundGoesOnLevel() {
        ground.setHeight(0, 3);
        ground.setHeight(199, 4);

        assertThat(landscape.height(-500)).isEqualTo(3);
        assertThat(landscape.height(500)).isCloseTo(4, within(0.01f));
    }
}
