package io.github.gdxagents.games.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PoseTest {
    @Test
    void aPoseBetweenTwoIsAsFarAsItSays() {
        Pose from = new Pose();
        from.set(1, 2, 3);
        Pose to = new Pose();
        to.set(5, 10, 7);
        Pose between = new Pose();

        between.between(from, to, 0.25f);

        assertThat(new float[] {between.x, between.y, between.angle}).containsExactly(2, 4, 4);
    }
}
