package io.github.gdxagents.desktop.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SteppingClockTest {
    private final SteppingClock clock = new SteppingClock(0.02);

    private int steps(double seconds) {
        clock.advance(seconds);
        int steps = 0;
        while (clock.takeStep()) {
            steps++;
        }
        return steps;
    }

    private int stepsOfSeconds(int seconds) {
        int steps = 0;
        for (int frame = 0; frame < 60 * seconds; frame++) {
            steps += steps(1.0 / 60);
        }
        return steps;
    }

    @Test
    void stepsFollowRealTimeWhateverTheFrameRate() {
        assertThat(stepsOfSeconds(10)).isBetween(499, 500);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.5, 2, 16})
    void speedMultipliesTheSteps(double speed) {
        clock.setSpeed(speed);

        assertThat((double) stepsOfSeconds(4)).isCloseTo(200 * speed, within(1.0));
    }

    @Test
    void alphaIsTheShareOfTheStepThatIsStillToCome() {
        // 0.05 s are two steps of 0.02 s and half of the third
        assertThat(steps(0.05)).isEqualTo(2);
        assertThat(clock.alpha()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void longFramesAreCutSoThatASlowMachineDoesNotFallEverFurtherBehind() {
        assertThat(steps(30)).isEqualTo(5);
        assertThat(steps(0)).isZero();
    }

    @Test
    void pausedNothingMoves() {
        clock.togglePause();

        assertThat(steps(0.1)).isZero();
        assertThat(clock.delta()).isZero();
        clock.togglePause();
        assertThat(steps(0.04)).isEqualTo(2);
    }

    @Test
    void aSingleStepPausesAndShowsTheStateAfterIt() {
        clock.advance(0.01);
        clock.stepOnce();

        assertThat(steps(0.1)).isEqualTo(1);
        assertThat(clock.isPaused()).isTrue();
        assertThat(clock.alpha()).isEqualTo(1);
        assertThat(steps(0.1)).isZero();
    }

    @Test
    void fasterAndSlowerStayWithinTheirBounds() {
        for (int i = 0; i < 10; i++) {
            clock.faster();
        }
        assertThat(clock.speed()).isEqualTo(16);
        for (int i = 0; i < 10; i++) {
            clock.slower();
        }
        assertThat(clock.speed()).isEqualTo(0.25);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 0.2, 17, Double.NaN})
    void impossibleSpeedsAreRefused(double speed) {
        assertThatThrownBy(() -> clock.setSpeed(speed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0.25 to 16.0")
                .hasMessageContaining(String.valueOf(speed));
    }
}
