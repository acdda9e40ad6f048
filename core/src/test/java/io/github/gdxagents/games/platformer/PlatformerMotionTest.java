package io.github.gdxagents.games.platformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.BodyDef;
import com.badlogic.gdx.physics.box2d.FixtureDef;
import com.badlogic.gdx.physics.box2d.PolygonShape;
import com.badlogic.gdx.physics.box2d.World;
import io.github.gdxagents.box2d.Box2DNatives;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hero on a platform whose top is at 0 and that reaches from -20 to 20. */
class PlatformerMotionTest {
    private static final float EDGE = 20;
    private static final int NEVER = -1;

    private final PlatformerHero hero = new PlatformerHero();
    private World world;

    @BeforeEach
    void makeWorld() {
        Box2DNatives.require();
        world = new World(new Vector2(0, -PlatformerMotion.GRAVITY), false);
        PolygonShape shape = new PolygonShape();
        shape.setAsBox(EDGE, 1, new Vector2(0, -1), 0);
        FixtureDef fixture = new FixtureDef();
        fixture.shape = shape;
        fixture.filter.categoryBits = PlatformerBits.SOLID;
        world.createBody(new BodyDef()).createFixture(fixture);
        shape.dispose();
        world.setContactListener(new PlatformerContacts(hero));
    }

    @AfterEach
    void disposeOfWorld() {
        world.dispose();
    }

    private void step(int move, boolean held) {
        hero.command(move, held);
        hero.beforeStep();
        world.step(PlatformerMotion.STEP_SECONDS, 4, 2);
        hero.afterStep();
    }

    private void stand(float x, float y) {
        hero.reset(world, x, y);
        for (int i = 0; i < 3 && y == 0; i++) {
            step(0, false);
        }
    }

    /** 14.5 m/s up, less half a metre per second in each step: 29 steps of 14, 13.5, ... 0, together 203 m/s for a sixtieth of a second. */
    @Test
    void theHighestJumpIsAsHighAsTheClosedForm() {
        assertThat(PlatformerMotion.jumpHeight()).isCloseTo(203f / 60, within(1e-4f));
        assertThat(jumpHeight(60)).isCloseTo(203f / 60, within(1e-3f));
    }

    /** Four steps of 14, 13.5, 13, 12.5; then gravity is 2.5 times as strong: 11.25, 10, ... 0. */
    @Test
    void whoLetsGoRisesLessHigh() {
        assertThat(jumpHeight(4)).isCloseTo((53f + 56.25f) / 60, within(1e-3f));
    }

    private float jumpHeight(int heldSteps) {
        stand(0, 0);
        float from = hero.feetY();
        float highest = from;
        for (int i = 0; i < 60; i++) {
            step(0, i < heldSteps);
            highest = Math.max(highest, hero.feetY());
        }
        return highest - from;
    }

    /** Up and down again in 57 steps: the last of them meets the ground. */
    @Test
    void theLongestJumpIsAsLongAsTheClosedForm() {
        assertThat(PlatformerMotion.jumpSteps(0)).isEqualTo(56);
        assertThat(PlatformerMotion.jumpReach(0)).isCloseTo(56 * 6.5f / 60, within(1e-4f));
        stand(-10, 0);
        for (int i = 0; i < 20; i++) {
            step(1, false);
        }
        float from = hero.x();
        int steps = 0;
        do {
            step(1, true);
            steps++;
        } while (hero.velocityY() != 0 || steps < 40);
        assertThat(steps).isBetween(56, 58);
        assertThat(hero.x() - from).isBetween(PlatformerMotion.jumpReach(0), PlatformerMotion.jumpReach(0) + 0.22f);
    }

    @Test
    void higherGroundIsReachedLessFarAndTooHighGroundNever() {
        assertThat(PlatformerMotion.jumpReach(2)).isLessThan(PlatformerMotion.jumpReach(1));
        assertThat(PlatformerMotion.jumpReach(1)).isLessThan(PlatformerMotion.jumpReach(0));
        assertThat(PlatformerMotion.jumpReach(4)).isZero();
    }

    @Test
    void aPressCountsForSomeStepsAfterTheEdge() {
        int last = PlatformerMotion.COYOTE_STEPS;
        assertThat(jumpsAfterEdge(1)).isTrue();
        assertThat(jumpsAfterEdge(last)).isTrue();
        assertThat(jumpsAfterEdge(last + 1)).isFalse();
    }

    /** Presses in the nth step after that in which the ground was left. */
    private boolean jumpsAfterEdge(int n) {
        stand(EDGE - 1, 0);
        while (hero.isGrounded()) {
            step(1, false);
        }
        for (int i = 1; i < n; i++) {
            step(1, false);
        }
        step(1, true);
        return hero.hasJumped();
    }

    @Test
    void aPressThatCameTooEarlyWaitsForTheGround() {
        stand(0, 2);
        int steps = 0;
        do {
            step(0, false);
            steps++;
        } while (!hero.isGrounded());
        int earliest = steps - PlatformerMotion.BUFFER_STEPS + 1; // the press's own step is the first that counts
        assertThat(jumpStep(earliest)).isEqualTo(steps);
        assertThat(jumpStep(earliest - 1)).isEqualTo(NEVER);
    }

    /** Falls from 2 m, presses in a step and holds on: the step in which that became a jump. */
    private int jumpStep(int press) {
        stand(0, 2);
        step(0, false); // on the ground, says the reset
        for (int i = 1; i < 100; i++) {
            step(0, i >= press);
            if (hero.hasJumped()) {
                return i;
            }
        }
        return NEVER;
    }

    @Test
    void aHeldButtonJumpsOnce() {
        stand(0, 0);
        int jumps = 0;
        for (int i = 0; i < 200; i++) {
            step(0, true);
            jumps += hero.hasJumped() ? 1 : 0;
        }
        assertThat(jumps).isEqualTo(1);
    }
}
