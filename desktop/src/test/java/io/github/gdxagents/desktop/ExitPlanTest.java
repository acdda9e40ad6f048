package io.github.gdxagents.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExitPlanTest {
    private final WindowOptions options = new WindowOptions();

    private static int framesUntilExit(ExitPlan plan, int most) {
        for (int frame = 1; frame <= most; frame++) {
            if (plan.frameDrawn()) {
                return frame;
            }
        }
        return 0;
    }

    @Test
    void aWindowStaysOpenUnlessToldOtherwise() {
        assertThat(framesUntilExit(new ExitPlan(options), 10_000)).isZero();
    }

    @Test
    void exitsAtTheFrame() {
        options.frames = 12;

        assertThat(framesUntilExit(new ExitPlan(options), 100)).isEqualTo(12);
    }

    @Test
    void exitsHalfASecondAfterTheLastEpisode() {
        options.afterEpisodes = 2;
        ExitPlan plan = new ExitPlan(options);
        plan.episodeEnded();
        assertThat(plan.isLastEpisodeOver()).isFalse();
        assertThat(framesUntilExit(plan, 100)).isZero();
        plan.episodeEnded();

        assertThat(plan.isLastEpisodeOver()).isTrue();
        assertThat(framesUntilExit(plan, 100)).isEqualTo(30);
    }
}
