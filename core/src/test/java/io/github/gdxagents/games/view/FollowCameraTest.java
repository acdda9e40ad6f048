package io.github.gdxagents.games.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowCameraTest {
    private static final float AT_ONCE = Float.POSITIVE_INFINITY;

    private final FollowCamera camera = new FollowCamera(9, 6);

    @ParameterizedTest
    @CsvSource({"1600, 900", "900, 1600", "900, 600", "1, 1"})
    void anyWindowShowsAtLeastTheGivenPartUndistorted(int width, int height) {
        camera.resize(0, 0, width, height);
        camera.follow(5, 3, 1, AT_ONCE);

        assertThat(camera.width()).isGreaterThanOrEqualTo(9 - 1e-4f);
        assertThat(camera.height()).isGreaterThanOrEqualTo(6 - 1e-4f);
        assertThat(Math.min(camera.width() - 9, camera.height() - 6)).isCloseTo(0, within(1e-4f));
        assertThat(camera.width() / camera.height()).isCloseTo((float) width / height, within(1e-4f));
        assertThat(camera.left() + camera.width() / 2).isCloseTo(5, within(1e-4f));
        assertThat(camera.bottom() + camera.height() / 2).isCloseTo(3, within(1e-4f));
    }

    /** After a second 1 - exp(-3) of the way is gone, in however many frames. */
    @ParameterizedTest
    @CsvSource({"1", "2", "60"})
    void itFollowsGently(int frames) {
        camera.follow(0, 0, 1, AT_ONCE);
        for (int i = 0; i < frames; i++) {
            camera.follow(10, 0, 1, 1f / frames);
        }

        assertThat((double) camera.left() + camera.width() / 2).isCloseTo(10 * (1 - Math.exp(-3)), within(1e-3));
    }

    @Test
    void itStaysWithinItsBounds() {
        camera.resize(0, 0, 900, 600);
        camera.bounds(-2, 20, -1);

        camera.follow(-100, -100, 1, AT_ONCE);
        assertThat(camera.left()).isCloseTo(-2, within(1e-4f));
        assertThat(camera.bottom()).isCloseTo(-1, within(1e-4f));

        camera.follow(100, 50, 1, AT_ONCE);
        assertThat(camera.left() + camera.width()).isCloseTo(20, within(1e-4f));
        assertThat(camera.bottom()).isCloseTo(47, within(1e-4f));
    }

    @Test
    void aWindowWiderThanTheBoundsHasThemInItsMiddle() {
        camera.resize(0, 0, 6000, 600); // 60 metres
        camera.bounds(-2, 20, -1);
        camera.follow(15, 3, 1, AT_ONCE);

        assertThat(camera.left() + camera.width() / 2).isCloseTo(9, within(1e-4f));
    }

    @Test
    void aShakeFades() {
        camera.shake(1);
        camera.show(0, 0, 1, 0.01f);
        assertThat(Math.abs(camera.left() + camera.width() / 2)).isGreaterThan(0.01f);
        camera.show(0, 0, 1, 1);
        assertThat(camera.left() + camera.width() / 2).isCloseTo(0, within(1e-4f));
    }
}
