package io.github.gdxagents.games.lander;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LanderTerrainTest {
    private static final float[] HEIGHTS = {1f, 2f, 4f, 3.3f, 3.3f, 3.3f, 3.3f, 3.3f, 2f, 5f, 6f};

    private final LanderTerrain terrain = new LanderTerrain(11, 2f);

    @Test
    void theGroundShownIsTheGroundOfThePhysics() {
        terrain.reset(HEIGHTS);

        for (int i = 0; i < 11; i++) {
            assertThat(terrain.height(2f * i)).isCloseTo(HEIGHTS[i], within(1e-5f));
        }
        assertThat(terrain.height(1.5f)).isCloseTo(1.75f, within(1e-5f)); // three quarters of the way from 1 to 2
    }

    @Test
    void besideTheFieldTheGroundGoesOn() {
        terrain.reset(HEIGHTS);

        assertThat(terrain.height(-0.001f)).isCloseTo(1f, within(0.01f));
        assertThat(terrain.height(-500f)).isBetween(1f, 7f);
        assertThat(terrain.height(500f)).isBetween(1f, 7f);
    }
}
